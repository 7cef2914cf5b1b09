// From a place in the compiled text back to the person's source. Imports nothing, so that the page can map stack frames
// of a cached program without loading the compiler.

import type { Insertion } from "../protocol/compiled.ts";

/** Lines and columns count from 1. A place inside an insertion maps to where it was inserted. */
export function toSourcePosition(
  insertions: readonly Insertion[],
  line: number,
  column: number,
): { readonly line: number; readonly column: number } {
  let shift = 0;
  for (const insertion of insertions) {
    if (insertion.line !== line || insertion.column > column) continue;
    shift += Math.min(insertion.length, column - insertion.column);
  }
  return { line, column: column - shift };
}
