// From where to where the axes of a plot go.

import uPlot from "uplot";
import type { PlotData, Point } from "./plot-data.ts";
import type { Limit, PlotOptions } from "./plot-options.ts";
import { stack } from "./stack.ts";

export type Range = readonly [min: number, max: number];

export function xRange(data: PlotData, { mark, xLim, xBin }: PlotOptions): Range {
  if (data.xKind === "category") return limited([-0.5, Math.max(0.5, data.categories.length - 0.5)], xLim);
  const [min, max] = extent(data, ({ x }) => x);
  if (min > max) return limited([0, 1], xLim);
  const alone = data.xKind === "time" ? (xBin ?? 3_600_000) : 0.5;
  if (mark === "bar") {
    const half = barWidth(data, xBin ?? 2 * alone) / 2;
    return limited([min - half, max + half], xLim);
  }
  if (min === max) return limited([min - alone, max + alone], xLim);
  const room = mark === "point" ? 0.03 * (max - min) : 0;
  return limited([min - room, max + room], xLim);
}

export function yRange(data: PlotData, { mark, yLim }: PlotOptions): Range {
  const ends = mark === "bar" ? stackEnds(data) : extent(data, ({ y }) => y);
  const [min, max] = ends[0] > ends[1] ? [0, 1] : ends;
  const soft = { pad: 0.06, soft: 0, mode: mark === "bar" ? (1 as const) : (3 as const) };
  const [low, high] = uPlot.rangeNum(min, max, { min: soft, max: soft });
  return limited([low ?? min, high ?? max], yLim);
}

/** In the units of x: the least distance of two bars, or what there is for one alone. */
export function barWidth(data: PlotData, alone: number): number {
  if (data.xKind === "category") return 1;
  const xs = [...new Set(data.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  let least = Infinity;
  for (let i = 1; i < xs.length; i++) least = Math.min(least, (xs[i] ?? 0) - (xs[i - 1] ?? 0));
  return Number.isFinite(least) ? least : alone;
}

function extent({ series }: PlotData, of: (point: Point) => number | null): Range {
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

function stackEnds(data: PlotData): Range {
  let [min, max] = [0, 0];
  for (const { from, to } of stack(data.series)) {
    min = Math.min(min, from, to);
    max = Math.max(max, from, to);
  }
  return [min, max];
}

function limited([min, max]: Range, [low, high]: Limit): Range {
  const range: Range = [low ?? min, high ?? max];
  return range[0] < range[1] ? range : [range[0] - 0.5, range[0] + 0.5];
}
