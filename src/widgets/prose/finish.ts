// Finishes a block of Markdown that stands in the page: formulas are set, code gets its colours and a button to copy it,
// headings a mark to jump to them. Each is loaded when there is the first of it; until then what was written stands there.

import { copyText } from "../copy-text.ts";
import type { MarkdownOptions } from "./markdown-options.ts";

export function finish(block: HTMLElement, { headerLinks }: MarkdownOptions): void {
  for (const formula of withSelf(block, "[data-math]")) void setFormula(formula);
  for (const code of withSelf(block, "pre[data-language]")) finishCode(code);
  if (headerLinks) for (const heading of withSelf(block, "[data-anchor]")) heading.append(jumpLink(heading));
}

function withSelf(block: HTMLElement, selector: string): HTMLElement[] {
  return [...(block.matches(selector) ? [block] : []), ...block.querySelectorAll<HTMLElement>(selector)];
}

async function setFormula(element: HTMLElement): Promise<void> {
  try {
    const { setFormula } = await import("./formula.ts");
    setFormula(element);
  } catch (error) {
    // What was written can be read without it.
    console.error(error);
  }
}

function finishCode(pre: HTMLElement): void {
  const code = pre.querySelector<HTMLElement>("code");
  if (!code) return;
  const text = code.textContent ?? "";
  const language = pre.dataset["language"] ?? "";
  pre.prepend(codeHead(language, text));
  if (language !== "") void colour(code, text, language);
}

async function colour(code: HTMLElement, text: string, language: string): Promise<void> {
  try {
    const { colourCode } = await import("../code/colour-code.ts");
    await colourCode(code, text, language);
  } catch (error) {
    // Code can be read without colours.
    console.error(error);
  }
}

function codeHead(language: string, text: string): HTMLElement {
  const head = document.createElement("div");
  head.className = "code-head";
  const name = document.createElement("span");
  name.textContent = language;
  head.append(name, copyButton(text));
  return head;
}

function copyButton(text: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "code-copy";
  button.textContent = "Copy";
  button.ariaLabel = "Copy code";
  button.addEventListener("click", () => {
    void copyText(text).then((copied) => {
      button.textContent = copied ? "Copied" : "Cannot copy";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
  });
  return button;
}

function jumpLink(heading: HTMLElement): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = `#${heading.dataset["anchor"] ?? ""}`;
  link.className = "jump";
  link.ariaLabel = `Jump to ${heading.textContent ?? ""}`;
  return link;
}
