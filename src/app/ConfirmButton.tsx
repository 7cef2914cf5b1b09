// A button for what cannot be undone: the first press asks, the second does it. Escape and a press elsewhere take the
// question back, and so does time once neither the pointer nor the keyboard is at the button. Losing the focus alone does
// not: a call that ends may move the focus back to its own button just then.

import { createEffect, createSignal, onCleanup } from "solid-js";
import type { JSX } from "solid-js";

/** How long the question stays when nobody is at it. */
const patienceMs = 5000;

export function ConfirmButton(props: {
  readonly label: string;
  /** What it says once pressed. */
  readonly question: string;
  /** What it looks like until it asks, where it is no small button. */
  readonly look?: "link" | "icon-button";
  /** Shown in the place of the label. */
  readonly icon?: JSX.Element;
  readonly title?: string;
  onConfirm(): void;
}): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  const [hovered, setHovered] = createSignal(false);
  const [focused, setFocused] = createSignal(false);
  let button: HTMLButtonElement | undefined;

  createEffect(() => {
    if (!asking()) return;
    const answered = new AbortController();
    const options = { capture: true, signal: answered.signal };
    const onPress = ({ target }: Event) => {
      if (!(target instanceof Node && button?.contains(target))) setAsking(false);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") setAsking(false);
    };
    document.addEventListener("pointerdown", onPress, options);
    document.addEventListener("keydown", onKey, options);
    onCleanup(() => answered.abort());
  });
  createEffect(() => {
    if (!asking() || hovered() || focused()) return;
    const timer = setTimeout(() => setAsking(false), patienceMs);
    onCleanup(() => clearTimeout(timer));
  });

  return (
    <button
      ref={(element) => (button = element)}
      type="button"
      class={(asking() ? undefined : props.look) ?? "button small quiet"}
      classList={{ stop: asking() }}
      aria-label={props.icon && !asking() ? props.label : undefined}
      title={props.title}
      onClick={() => {
        if (asking()) props.onConfirm();
        setAsking(!asking());
      }}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      // A pointer that has pressed it leaves the focus behind.
      onFocus={(event) => setFocused(event.currentTarget.matches(":focus-visible"))}
      onBlur={() => setFocused(false)}
    >
      {asking() ? props.question : (props.icon ?? props.label)}
    </button>
  );
}
