// Cells in Markdown or HTML, as HTML that is safe to put into this page. Loaded when the first such cell is shown.

import DOMPurify from "dompurify";
import { marked } from "marked";

const allowed = {
  USE_PROFILES: { html: true },
  FORBID_ATTR: ["style", "class", "id", "name"],
  FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select", "dialog", "video", "audio"],
};

export function renderCell(text: string, kind: "markdown" | "html"): string {
  return DOMPurify.sanitize(kind === "markdown" ? marked.parseInline(text, { async: false }) : text, allowed);
}
