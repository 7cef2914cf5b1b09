// Markdown as it reads. What turns it into a page is loaded only when there is some; until then its text stands there.

import { createEffect, onCleanup } from "solid-js";
import type { JSX } from "solid-js";
import { followJumpLink } from "./jump-links.ts";
import { type MarkdownOptions, plainMarkdown } from "./markdown-options.ts";
import { createPaced } from "./paced.ts";
import type { showMarkdown } from "./show-markdown.ts";
import "./prose.css";

/** Once it is there, texts are shown at once. */
let renderer: { readonly showMarkdown: typeof showMarkdown } | null = null;

export function Prose(props: {
  readonly text: string;
  readonly options?: MarkdownOptions | undefined;
  readonly rtl?: boolean;
}): JSX.Element {
  let box: HTMLElement | undefined;
  let latest = "";
  const paced = createPaced((text: string) => void show(text));
  onCleanup(paced.dispose);

  async function show(text: string): Promise<void> {
    latest = text;
    if (!hasMarks(text)) return showPlain(text);
    if (!renderer) {
      showPlain(text);
      await loadRenderer();
    }
    // Meanwhile another may have come.
    if (!renderer || !box || latest !== text) return;
    renderer.showMarkdown(box, text, props.options ?? plainMarkdown);
  }

  function showPlain(text: string): void {
    if (!box) return;
    box.classList.add("plain");
    box.textContent = text;
  }

  createEffect(() => {
    void props.options;
    paced.push(props.text);
  });
  return (
    // Links in it are reached by the keyboard themselves; the handler only keeps them from replacing the page's address.
    <div
      ref={(element) => (box = element)}
      class="prose"
      dir={props.rtl ? "rtl" : undefined}
      on:click={followJumpLink}
    />
  );
}

/** A text without any mark is its own page. */
function hasMarks(text: string): boolean {
  return /[*_`#<>[\]\\&|~$-]|\n|^\s*\d+\.|https?:|\+/.test(text);
}

async function loadRenderer(): Promise<void> {
  try {
    renderer ??= await import("./show-markdown.ts");
  } catch (error) {
    // The text can be read without it.
    console.error(error);
  }
}
