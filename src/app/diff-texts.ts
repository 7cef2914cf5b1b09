// The difference of two texts as lines to show: what has changed, with a few lines around it.

import { structuredPatch } from "diff";

export interface DiffLine {
  /** gap: lines that are the same and not shown. */
  readonly kind: "same" | "removed" | "added" | "gap";
  readonly text: string;
}

/** Lines shown around what has changed. */
const context = 3;
/** Longer differences are read by nobody, and take long to make. */
const maxEdits = 4000;

/** Empty if there is none. */
export function diffTexts(from: string, to: string): DiffLine[] {
  if (from === to) return [];
  const patch = structuredPatch("", "", from, to, "", "", { context, maxEditLength: maxEdits });
  if (!patch) return [...linesOf(from, "removed"), ...linesOf(to, "added")];
  return patch.hunks.flatMap(({ oldStart, lines }, i): DiffLine[] => {
    const gap = oldStart > 1 ? [{ kind: "gap", text: `line ${oldStart}` } as const] : [];
    const shown = lines.filter((line) => !line.startsWith("\\")).map(toLine);
    return i === 0 && oldStart <= 1 ? shown : [...gap, ...shown];
  });
}

function toLine(line: string): DiffLine {
  const kind = line.startsWith("-") ? "removed" : line.startsWith("+") ? "added" : "same";
  return { kind, text: line.slice(1) };
}

function linesOf(text: string, kind: "removed" | "added"): DiffLine[] {
  return text.split("\n").map((line) => ({ kind, text: line }));
}
