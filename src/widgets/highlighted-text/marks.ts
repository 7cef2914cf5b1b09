// Marks of a text: as pieces that follow one another, and as a person changes them.

import type { HighlightedPiece } from "../../spec/components/highlighted-text.ts";
import { isColour } from "../../spec/display-options.ts";

type Category = HighlightedPiece[1];

/** So many hues there are in highlighted-text.css; further categories take them again. */
const hues = 8;

export function marksOf(pieces: readonly HighlightedPiece[]): { text: string; category: Category }[] {
  return pieces.map(([text, category]) => ({ text, category }));
}

/** In the order in which they first stand in the text. */
export function categoriesOf(pieces: readonly HighlightedPiece[]): string[] {
  return [...new Set(pieces.flatMap(([, category]) => (typeof category === "string" ? [category] : [])))];
}

/** The colour of a mark, for CSS. A score is green above 0 and red below, the fainter the nearer to it. */
export function colourOf(category: Category, categories: readonly string[], map: unknown): string | undefined {
  if (category === null) return undefined;
  if (typeof category === "number") {
    const strength = Math.round(Math.min(1, Math.abs(category)) * 100);
    return `color-mix(in srgb, var(--score-${category < 0 ? "low" : "high"}) ${strength}%, transparent)`;
  }
  const given = (map ?? {}) as Readonly<Record<string, unknown>>;
  const colour = Object.hasOwn(given, category) ? given[category] : null;
  return isColour(colour) ? colour : `var(--hue-${categories.indexOf(category) % hues})`;
}

/** Gives the characters from `start` to before `end` a category, or takes it from them. Neighbours of none become one. */
export function withMark(
  pieces: readonly HighlightedPiece[],
  { start, end }: { readonly start: number; readonly end: number },
  category: Category,
): HighlightedPiece[] {
  const next: HighlightedPiece[] = [];
  const add = (text: string, of: Category) => {
    const last = next.at(-1);
    if (text === "") return;
    if (last && last[1] === null && of === null) next[next.length - 1] = [last[0] + text, null];
    else next.push([text, of]);
  };
  let at = 0;
  let placed = false;
  for (const [text, of] of pieces) {
    const from = Math.max(0, Math.min(text.length, start - at));
    const to = Math.max(0, Math.min(text.length, end - at));
    add(text.slice(0, from), of);
    if (from < to && !placed) {
      placed = true;
      add(textOf(pieces).slice(start, end), category);
    }
    add(text.slice(to), of);
    at += text.length;
  }
  return next;
}

/** The mark that holds a position, or whose end it is. */
export function markAt(
  pieces: readonly HighlightedPiece[],
  position: number,
): { readonly start: number; readonly end: number; readonly category: string | number } | null {
  let start = 0;
  for (const [text, category] of pieces) {
    const end = start + text.length;
    if (category !== null && position >= start && position <= end) return { start, end, category };
    start = end;
  }
  return null;
}

function textOf(pieces: readonly HighlightedPiece[]): string {
  return pieces.map(([text]) => text).join("");
}
