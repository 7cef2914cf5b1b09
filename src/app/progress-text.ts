// What a call says of its progress, in Gradio's words: "3/10 steps", "Reading - 30.0% / Page 2 - 50.0%".

import type { ProgressLevel } from "../protocol/progress.ts";

/** Steps of each level that counts any; "" if none does. */
export function stepsText(levels: readonly ProgressLevel[]): string {
  return levels
    .flatMap(({ index, length, unit }) =>
      index === null ? [] : `${count(index)}${length === null ? "" : `/${count(length)}`} ${unit}`,
    )
    .join(" | ");
}

/** What is being done, and how much of it is done, level by level; "" if nothing is known. */
export function detailText(levels: readonly ProgressLevel[]): string {
  return levels
    .map((level) => {
      const share = shareOf(level);
      const percent = share === null ? [] : [`${(100 * share).toFixed(1)}%`];
      return [...(level.description ? [level.description] : []), ...percent].join(" - ");
    })
    .filter((text) => text !== "")
    .join(" / ");
}

/** From 0 to 1: how far the innermost level is; null if it does not say. */
export function progressShare(levels: readonly ProgressLevel[]): number | null {
  const last = levels.at(-1);
  return last ? shareOf(last) : null;
}

function shareOf({ index, length, fraction }: ProgressLevel): number | null {
  const share = index !== null && length !== null && length > 0 ? index / length : fraction;
  return share === null ? null : Math.min(1, Math.max(0, share));
}

function count(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
