// A program's text with what the tree leaves out: lines, columns, comments.

import type { SourceRange } from "../protocol/compiled.ts";

export interface Comment {
  readonly block: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export class SourceText {
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly #lineStarts: readonly number[];
  readonly #commentByStart = new Map<number, Comment>();
  readonly #commentByEnd = new Map<number, Comment>();

  constructor(text: string, comments: readonly Comment[] = []) {
    this.text = text;
    // The parser reads some stretches twice (is `<` a type argument?) and then reports their comments twice.
    for (const comment of comments) this.#commentByStart.set(comment.start, comment);
    this.comments = [...this.#commentByStart.values()].sort((a, b) => a.start - b.start);
    for (const comment of this.comments) this.#commentByEnd.set(comment.end, comment);
    const starts = [0];
    for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
    this.#lineStarts = starts;
  }

  /** Line and column of an offset, both from 1. */
  position(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** The offset of a line and column, both from 1. */
  offset({ line, column }: { readonly line: number; readonly column: number }): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  range(start: number, end: number): SourceRange {
    const from = this.position(start);
    const to = this.position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  rangeOf(node: { readonly start: number; readonly end: number }): SourceRange {
    return this.range(node.start, node.end);
  }

  /** The first offset from `offset` on that is neither white space nor comment. */
  skipForward(offset: number): number {
    for (let at = offset; ;) {
      const comment = this.#commentByStart.get(at);
      if (comment) at = comment.end;
      else if (at < this.text.length && /\s/.test(this.text.charAt(at))) at += 1;
      else return at;
    }
  }

  /** The offset just after the last character before `offset` that is neither white space nor comment. */
  skipBack(offset: number): number {
    for (let at = offset; ;) {
      const comment = this.#commentByEnd.get(at);
      if (comment) at = comment.start;
      else if (at > 0 && /\s/.test(this.text.charAt(at - 1))) at -= 1;
      else return at;
    }
  }

  hasLineBreak(start: number, end: number): boolean {
    return /[\n\r\u2028\u2029]/.test(this.text.slice(start, end));
  }

  /** Where an identifier's name ends: its node may go on with `?`, `!` and a type. */
  identifierEnd(start: number): number {
    const name = /(?:[$\p{ID_Continue}\u200c\u200d]|\\u[0-9a-fA-F]{4}|\\u\{[0-9a-fA-F]+\})+/uy;
    name.lastIndex = start;
    return name.test(this.text) ? name.lastIndex : start;
  }
}
