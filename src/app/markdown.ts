// Markdown to HTML that is safe to put into this page: the text is a stranger's. A chunk of its own.

import DOMPurify from "dompurify";
import { marked } from "marked";

const allowed = {
  USE_PROFILES: { html: true },
  // Styles, names and forms could dress up as the page itself.
  FORBID_ATTR: ["style", "class", "id", "name"],
  FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select", "dialog"],
};

export function renderMarkdown(text: string): string {
  return toSafe(marked.parse(text, { async: false }));
}

/** For a text that is no page of its own: its line breaks are what they look like. */
export function renderInline(text: string): string {
  return toSafe(marked.parseInline(text, { async: false, breaks: true }));
}

function toSafe(html: string): string {
  const purify = DOMPurify(window);
  purify.addHook("afterSanitizeAttributes", (node) => {
    if (node.tagName !== "A") return;
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  });
  return purify.sanitize(html, allowed);
}
