// A plot in words, for those who do not see it.

import { cellText } from "../dataframe/cell-text.ts";
import type { PlotData } from "./plot-data.ts";
import type { Mark } from "./plot-options.ts";

const kinds: Readonly<Record<Mark, string>> = { line: "Line plot", bar: "Bar plot", point: "Scatter plot" };
const MOST_NAMES = 12;

export function describePlot(data: PlotData, mark: Mark): string {
  const { series, xName, yName, leftOut } = data;
  const count = series.reduce((sum, { points }) => sum + points.length, 0);
  const left = leftOut > 0 ? ` ${missing(leftOut)}.` : "";
  if (count === 0) return `${kinds[mark]}, empty.${left}`;
  const names = series.map(({ name }) => name).filter((name) => name !== "");
  const shown = names.slice(0, MOST_NAMES).join(", ");
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  const of = names.length > 0 ? `, ${names.length} series: ${shown}${more}` : "";
  const what = mark === "bar" ? "bar" : "point";
  const amount = `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
  return `${kinds[mark]} of ${yName} by ${xName}${of}. ${amount}. ${xRange(data)}${yRange(data)}${left}`;
}

/** What a person is told of the rows that are not drawn. */
export function missing(leftOut: number): string {
  return leftOut === 1
    ? "1 row has no number there and is left out"
    : `${leftOut.toLocaleString("en")} rows have no number there and are left out`;
}

export function xText({ xKind, categories }: PlotData, x: number): string {
  if (xKind === "category") return categories[x] ?? "";
  return xKind === "time" ? cellText(new Date(x)) : numberText(x);
}

export function numberText(number: number): string {
  return Number(number.toPrecision(6)).toLocaleString("en", {
    maximumFractionDigits: 12,
    // Four digits are as often a year.
    useGrouping: "min2",
  });
}

/** Pixels right of a plot, so that the label under the end of its axis is not cut. `end`: where the axis ends. */
export function roomAtEnd({ xKind }: PlotData, end: number): number {
  const least = 10;
  if (xKind !== "number") return least;
  const halfOfLetter = 3.5;
  return Math.max(least, Math.ceil(halfOfLetter * numberText(end).length) + 2);
}

function xRange(data: PlotData): string {
  const { xName, xKind, categories } = data;
  if (xKind === "category") {
    const shown = categories.slice(0, MOST_NAMES).join(", ");
    return `${xName}: ${shown}${categories.length > MOST_NAMES ? ` and ${categories.length - MOST_NAMES} more` : ""}. `;
  }
  const [min, max] = bounds(data, ({ x }) => x);
  return `${xName} from ${xText(data, min)} to ${xText(data, max)}. `;
}

function yRange(data: PlotData): string {
  const [min, max] = bounds(data, ({ y }) => y);
  return min > max ? "" : `${data.yName} from ${numberText(min)} to ${numberText(max)}.`;
}

function bounds(
  { series }: PlotData,
  of: (point: PlotData["series"][number]["points"][number]) => number | null,
): [number, number] {
  let [min, max] = [Infinity, -Infinity];
  for (const { points } of series) {
    for (const point of points) {
      const number = of(point);
      if (number === null) continue;
      if (number < min) min = number;
      if (number > max) max = number;
    }
  }
  return [min, max];
}
