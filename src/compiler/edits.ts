// Changes to a text that keep every line, and every column apart from the insertions it records. A magic-string does more
// and cannot tell what it inserted where.

import { assert } from "../base/assert.ts";
import type { Insertion } from "../protocol/compiled.ts";

interface Inserted {
  readonly at: number;
  readonly text: string;
  /** At one place: what ends there, then what stands there, then what starts there. */
  readonly kind: "closing" | "between" | "opening";
  /** Of an opening or closing: where its other half stands. */
  readonly partner: number;
  readonly order: number;
}

export class Edits {
  readonly #units: string[];
  readonly #inserted: Inserted[] = [];

  constructor(text: string) {
    this.#units = text.split("");
  }

  /** Replaces by spaces, line breaks kept. */
  blank(start: number, end: number): void {
    for (let at = start; at < end; at++) if (!/[\n\r\u2028\u2029]/.test(this.#units[at] ?? "")) this.#units[at] = " ";
  }

  /** Blanks a statement or class member; the semicolon keeps what stands around it apart. */
  blankWhole(start: number, end: number): void {
    this.blank(start, end);
    this.overwrite(start, ";");
  }

  /** Replaces as many characters as `text` has. */
  overwrite(at: number, text: string): void {
    for (let i = 0; i < text.length; i++) this.#units[at + i] = text.charAt(i);
  }

  insert(at: number, text: string): void {
    this.#add({ at, text, kind: "between", partner: at });
  }

  /** Puts text around a stretch. Of two around the same stretch the one that came first is outside. */
  wrap(start: number, end: number, before: string, after: string): void {
    this.#add({ at: start, text: before, kind: "opening", partner: end });
    this.#add({ at: end, text: after, kind: "closing", partner: start });
  }

  /** The text of a stretch as edited so far, without insertions. */
  slice(start: number, end: number): string {
    return this.#units.slice(start, end).join("");
  }

  finish(): { readonly code: string; readonly insertions: readonly Insertion[] } {
    const insertions: Insertion[] = [];
    const sorted = this.#inserted.sort(compare);
    let code = "";
    let done = 0;
    let line = 1;
    let lineStart = 0;
    const advance = (to: number) => {
      const part = this.slice(done, to);
      for (const match of part.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
        line += 1;
        lineStart = code.length + match.index + match[0].length;
      }
      code += part;
      done = to;
    };
    for (const { at, text } of sorted) {
      advance(at);
      insertions.push({ line, column: code.length - lineStart + 1, length: text.length });
      code += text;
    }
    advance(this.#units.length);
    return { code, insertions };
  }

  #add(inserted: Omit<Inserted, "order">): void {
    assert(!/[\n\r\u2028\u2029]/.test(inserted.text), "an insertion must not add a line");
    this.#inserted.push({ ...inserted, order: this.#inserted.length });
  }
}

const rank = { closing: 0, between: 1, opening: 2 };

function compare(a: Inserted, b: Inserted): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.kind !== b.kind) return rank[a.kind] - rank[b.kind];
  // The longer stretch is outside: it opens first and closes last.
  if (a.kind !== "between" && a.partner !== b.partner) return b.partner - a.partner;
  return a.kind === "closing" ? b.order - a.order : a.order - b.order;
}
