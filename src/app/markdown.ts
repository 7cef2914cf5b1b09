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
  const purify = DOMPurify(window);
  purify.addHook("afterSanitizeAttributes", (node) => {
    if (node.tagName !== "A") return;
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  });
  return purify.sanitize(marked.parse(text, { async: false }), allowed);
}
