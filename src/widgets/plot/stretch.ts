// The stretch of a plot that was selected, as a function gets it: numbers, Dates, or names of categories.

import type { PlotData } from "./plot-data.ts";
import type { Range } from "./plot-ranges.ts";

/** null if no category lies in it. */
export function toStretch({ xKind, categories }: PlotData, [from, to]: Range): readonly [unknown, unknown] | null {
  if (xKind === "number") return [from, to];
  if (xKind === "time") return [new Date(Math.round(from)), new Date(Math.round(to))];
  const [first, last] = [
    categories[Math.max(0, Math.ceil(from))],
    categories[Math.min(categories.length - 1, Math.floor(to))],
  ];
  return Math.ceil(from) > Math.floor(to) || first === undefined || last === undefined ? null : [first, last];
}
