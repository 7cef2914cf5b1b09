// Copies what a component holds, and says whether it could.

import { createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import { copyText } from "./copy-text.ts";
import { CopyIcon, TickIcon } from "./Icon.tsx";

const shownMs = 2000;

export function CopyButton(props: {
  /** What it copies, for its name: "Copy code". */
  readonly what: string;
  text(): string;
  onCopied?(): void;
}): JSX.Element {
  const [answer, setAnswer] = createSignal<"copied" | "refused" | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async () => {
    const copied = await copyText(props.text());
    setAnswer(copied ? "copied" : "refused");
    if (copied) props.onCopied?.();
    clearTimeout(timer);
    timer = setTimeout(() => setAnswer(null), shownMs);
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Copy ${props.what}`}
      title={answer() === "refused" ? "The browser does not allow copying here" : "Copy"}
      onClick={() => void copy()}
    >
      <Show when={answer() === "copied"} fallback={<CopyIcon />}>
        <TickIcon />
      </Show>
      <span class="unseen" aria-live="polite">
        {answer() === "copied" ? "Copied" : answer() === "refused" ? "Could not copy" : ""}
      </span>
    </button>
  );
}
