// Shows Markdown in an element. A text that grows, as a generator's does, changes only what is new: what the reader has
// before them stays, selected or not. A chunk of its own.

import { finish } from "./finish.ts";
import type { MarkdownOptions } from "./markdown-options.ts";
import { sanitizeProse } from "./sanitize.ts";
import { toHtml } from "./to-html.ts";

/** What stands in an element, block by block, as HTML before it was finished. */
const shown = new WeakMap<Element, { readonly sources: readonly string[]; readonly options: MarkdownOptions }>();

export function showMarkdown(box: HTMLElement, text: string, options: MarkdownOptions): void {
  const fragment = sanitizeProse(toHtml(text, options));
  const next = [...fragment.childNodes];
  const sources = next.map(sourceOf);
  const before = shown.get(box);
  // Something else stands there, or it is to be shown in another way.
  const known = before && !box.classList.contains("plain") && before.options === options ? before.sources : [];
  let same = 0;
  while (same < sources.length && same < box.childNodes.length && sources[same] === known[same]) same++;
  while (box.childNodes.length > same) box.lastChild?.remove();
  const added = next.slice(same);
  box.append(...added);
  box.classList.remove("plain");
  shown.set(box, { sources, options });
  for (const node of added) if (node instanceof HTMLElement) finish(node, options);
}

function sourceOf(node: Node): string {
  return node instanceof Element ? node.outerHTML : `text ${node.textContent}`;
}
