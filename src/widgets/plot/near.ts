// What lies near the pointer, or at a place that the keyboard has come to.

import type { Chart } from "./chart.ts";
import type { PlotData, Point } from "./plot-data.ts";
import type { Mark } from "./plot-options.ts";

export interface Near {
  /** Index of the series, and its point. */
  readonly found: readonly { readonly series: number; readonly point: Point }[];
  readonly x: number;
}

/** For points the nearest one, if it is near; for lines and bars all at the nearest x. */
export function nearTo(
  data: PlotData,
  chart: Chart,
  mark: Mark,
  at: { readonly left: number; readonly top: number },
): Near | null {
  return mark === "point" ? nearestPoint(data, chart, at) : allAt(data, nearestX(data, chart, at.left));
}

export function allAt(data: PlotData, x: number | null): Near | null {
  if (x === null) return null;
  const found = data.series.flatMap(({ points }, series) =>
    points.filter((point) => point.x === x && point.y !== null).map((point) => ({ series, point })),
  );
  return { found, x };
}

/** Every x that something stands at, from left to right. */
export function stopsOf({ series }: PlotData): number[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
}

const NEAR_PX = 24;

function nearestPoint(
  { series }: PlotData,
  chart: Chart,
  { left, top }: { readonly left: number; readonly top: number },
): Near | null {
  let [best, least]: [{ series: number; point: Point } | null, number] = [null, NEAR_PX ** 2];
  for (const [index, { points }] of series.entries()) {
    for (const point of points) {
      if (point.y === null) continue;
      const distance = (chart.left(point.x) - left) ** 2 + (chart.top(point.y) - top) ** 2;
      if (distance < least) [best, least] = [{ series: index, point }, distance];
    }
  }
  return best && { found: [best], x: best.point.x };
}

function nearestX({ series }: PlotData, chart: Chart, left: number): number | null {
  let [best, least]: [number | null, number] = [null, Infinity];
  for (const { points } of series) {
    for (const { x } of points) {
      const distance = Math.abs(chart.left(x) - left);
      if (distance < least) [best, least] = [x, distance];
    }
  }
  return best;
}
