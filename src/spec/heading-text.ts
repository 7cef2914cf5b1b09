// A title as Markdown: a heading whose text is shown as it is, whatever Markdown or HTML would make of it.

export function headingText(title: string): string {
  const escaped = title
    .replace(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("$", "&#36;");
  return `<h2>${escaped.trim()}</h2>`;
}
