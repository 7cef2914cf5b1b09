// The smallest single replacement that makes one text of another, so that a cursor outside of it stays where it is.

import type { SourceRange } from "../protocol/compiled.ts";

export interface TextChange {
  readonly range: SourceRange;
  readonly text: string;
}

/** null if the texts are equal. Kinds of line ends count as the same. */
export function textChange(before: string, after: string): TextChange | null {
  const from = withLineFeeds(before);
  const to = withLineFeeds(after);
  if (from === to) return null;
  const shortest = Math.min(from.length, to.length);
  let start = 0;
  while (start < shortest && from[start] === to[start]) start++;
  if (isInsidePair(from, start) || isInsidePair(to, start)) start--;
  let tail = 0;
  while (tail < shortest - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  if (isInsidePair(from, from.length - tail) || isInsidePair(to, to.length - tail)) tail--;
  const [line, column] = positionAt(from, start);
  const [endLine, endColumn] = positionAt(from, from.length - tail);
  return { range: { line, column, endLine, endColumn }, text: to.slice(start, to.length - tail) };
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Whether a cut here would separate the two halves of one character. */
function isInsidePair(text: string, offset: number): boolean {
  const code = text.codePointAt(offset - 1);
  return offset > 0 && code !== undefined && code > 0xffff;
}

function positionAt(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return [before.split("\n").length, offset - lineStart + 1];
}
