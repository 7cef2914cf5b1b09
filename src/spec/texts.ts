// Texts that are shown: how long they may be, and how they come out of a program.

/** More would take the page longer to lay out than anybody waits. */
const mostChars = 64_000_000;

export function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= mostChars;
}

/** Without blank lines around it, and without the indentation that all its lines share, as in a program's template. */
export function withoutIndent(text: string): string {
  const body = text.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
  let indent = /^[ \t]*/.exec(body)?.[0] ?? "";
  if (indent === "") return body;
  const lines = body.split("\n");
  for (const line of lines) {
    if (line.trim() === "") continue;
    while (!line.startsWith(indent)) indent = indent.slice(0, -1);
  }
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())).join("\n");
}
