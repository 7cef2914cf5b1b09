// Cells in Markdown or HTML, safe to stand in this page. Loaded when the first such cell is shown.

import { finish } from "../prose/finish.ts";
import type { MarkdownOptions } from "../prose/markdown-options.ts";
import { sanitizeProse } from "../prose/sanitize.ts";
import { toHtml } from "../prose/to-html.ts";

const options: MarkdownOptions = {
  inline: true,
  lineBreaks: true,
  headerLinks: false,
  delimiters: [{ left: "$$", right: "$$", display: false }],
};

export function renderCell(text: string, kind: "markdown" | "html"): Element {
  const block = document.createElement("span");
  block.append(sanitizeProse(kind === "markdown" ? toHtml(text, options) : text));
  if (kind === "markdown") finish(block, options);
  return block;
}
