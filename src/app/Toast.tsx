// A word at the foot of the page that goes by itself.

import { createEffect, createSignal, onCleanup } from "solid-js";
import type { JSX } from "solid-js";

const SHOWN_MS = 2500;

export function Toast(props: { readonly message: { readonly text: string } | null }): JSX.Element {
  const [text, setText] = createSignal("");
  createEffect(() => {
    setText(props.message?.text ?? "");
    const timer = setTimeout(() => setText(""), SHOWN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="toast" role="status">
      {text()}
    </div>
  );
}
