// Markdown that a person wrote for their app. What turns it into a page is loaded only when there is some; until then its
// text stands there.

import { createResource, Show } from "solid-js";
import type { JSX } from "solid-js";

export function Prose(props: { readonly text: string }): JSX.Element {
  const [html] = createResource(() => props.text, render);
  return (
    <Show when={html.latest} fallback={<div class="prose plain">{props.text}</div>}>
      {(safe) => <div class="prose" innerHTML={safe()} />}
    </Show>
  );
}

async function render(text: string): Promise<string | null> {
  // A text without any mark is its own page.
  if (!/[*_`#<>[\]\\&|~-]|\n|^\s*\d+\.|https?:/.test(text)) return null;
  try {
    const { renderMarkdown } = await import("./markdown.ts");
    return renderMarkdown(text);
  } catch (error) {
    // The text can be read without it.
    console.error(error);
    return null;
  }
}
