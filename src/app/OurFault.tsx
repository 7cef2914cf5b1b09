// The page for a mistake of ours: it says so, and keeps the person's text, if it is known, within reach.

import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Logo } from "./icons.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/page.css";

export function OurFault(props: { readonly error: unknown; readonly source: string }): JSX.Element {
  const [copied, setCopied] = createSignal(false);
  let text: HTMLTextAreaElement | undefined;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.source);
      setCopied(true);
    } catch {
      // No clipboard, or not allowed: the selected text is one keystroke from it.
      text?.select();
    }
  };
  return (
    <main class="page">
      <div>
        <Logo />
        <h1>Something broke, and it is our fault</h1>
        <p>
          {props.source && "Your code is here, as it was. "}
          Loading the page again usually helps.
        </p>
        <Show when={props.source}>
          <textarea ref={(element) => (text = element)} readOnly aria-label="Your code" value={props.source} />
        </Show>
        <div class="actions">
          <button type="button" class="button primary" onClick={() => location.reload()}>
            Load again
          </button>
          <Show when={props.source}>
            <button type="button" class="button" onClick={() => void copy()}>
              {copied() ? "Copied" : "Copy the code"}
            </button>
          </Show>
        </div>
        <p class="reason">
          {props.error instanceof Error ? `${props.error.name}: ${props.error.message}` : String(props.error)}
        </p>
      </div>
    </main>
  );
}
