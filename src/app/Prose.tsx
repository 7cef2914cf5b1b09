// Markdown that a person wrote for their app. What turns it into a page is loaded only when there is some; until then its
// text stands there.

import { createResource, Show } from "solid-js";
import type { JSX } from "solid-js";

export function Prose(props: {
  readonly text: string;
  /** One run of text: no paragraphs, lists or headings. */
  readonly inline?: boolean;
}): JSX.Element {
  const [html] = createResource(() => ({ text: props.text, inline: props.inline === true }), render);
  return (
    <Show when={html.latest} fallback={<div class="prose plain">{props.text}</div>}>
      {(safe) => <div class="prose" innerHTML={safe()} />}
    </Show>
  );
}

async function render({ text, inline }: { readonly text: string; readonly inline: boolean }): Promise<string | null> {
  // A text without any mark is its own page.
  if (!/[*_`#<>[\]\\&|~-]|\n|^\s*\d+\.|https?:/.test(text)) return null;
  try {
    const { renderInline, renderMarkdown } = await import("./markdown.ts");
    return inline ? renderInline(text) : renderMarkdown(text);
  } catch (error) {
    // The text can be read without it.
    console.error(error);
    return null;
  }
}
