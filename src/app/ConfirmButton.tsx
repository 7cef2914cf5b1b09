// A button for what cannot be undone: the first press asks, the second does it. Leaving it or Escape takes the question back.

import { createSignal } from "solid-js";
import type { JSX } from "solid-js";

export function ConfirmButton(props: {
  readonly label: string;
  /** What it says once pressed. */
  readonly question: string;
  readonly class?: string;
  onConfirm(): void;
}): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  return (
    <button
      type="button"
      class={`button small ${props.class ?? "quiet"}`}
      classList={{ stop: asking() }}
      onClick={() => {
        if (asking()) props.onConfirm();
        setAsking(!asking());
      }}
      onBlur={() => setAsking(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape") setAsking(false);
      }}
    >
      {asking() ? props.question : props.label}
    </button>
  );
}
