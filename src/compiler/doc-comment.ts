// The JSDoc comment before a statement: its description and what it says of parameters.

import type { Node } from "./ast.ts";
import type { SourceText } from "./source-text.ts";

export interface Docs {
  readonly description: string;
  readonly params: ReadonlyMap<string, string>;
}

export function readDocs(statement: Node, source: SourceText): Docs {
  const params = new Map<string, string>();
  const comment = source.comments.findLast(
    ({ block, text, end }) => block && text.startsWith("*") && isBefore(end, statement, source),
  );
  if (!comment) return { description: "", params };
  const lines = comment.text
    .slice(1)
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const [description = "", ...tags] = lines.join("\n").split(/^[ \t]*@(?=\w)/m);
  for (const tag of tags) {
    const param = /^(?:param|arg|argument)\s+(?:\{[^}]*\}\s*)?\[?([\w$]+)[^\s\]]*\]?\s*(?:-\s*)?([^]*)$/.exec(tag);
    if (param?.[1]) params.set(param[1], (param[2] ?? "").trim().replace(/\s*\n\s*/g, " "));
  }
  return { description: description.trim(), params };
}

/** Whether nothing but comments stands between an offset and a statement. */
function isBefore(end: number, statement: Node, source: SourceText): boolean {
  return end <= statement.start && source.skipForward(end) === statement.start;
}
