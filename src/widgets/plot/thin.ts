// A line with fewer points that looks the same: of those in one column of pixels the first, the lowest, the highest and the
// last, and every gap.

import type { Point, Series } from "./plot-data.ts";

export function thin({ name, points }: Series, toX: (x: number) => number): Series {
  const kept: Point[] = [];
  let column: Point[] = [];
  let pixel = Number.NaN;
  const end = () => {
    kept.push(...endsOf(column));
    column = [];
  };
  for (const point of points) {
    const its = Math.round(toX(point.x));
    if (its !== pixel || point.y === null) end();
    pixel = its;
    if (point.y !== null) column.push(point);
    else if (kept.at(-1)?.y !== null) kept.push(point);
  }
  end();
  return { name, points: kept };
}

/** At most four, in the order in which they stand. */
function endsOf(points: readonly Point[]): Point[] {
  const [first] = points;
  if (!first) return [];
  let [low, high] = [first, first];
  for (const point of points) {
    if ((point.y ?? 0) < (low.y ?? 0)) low = point;
    if ((point.y ?? 0) > (high.y ?? 0)) high = point;
  }
  const ends = new Set([first, low, high, points.at(-1) ?? first]);
  return points.length <= 4 ? [...points] : points.filter((point) => ends.has(point));
}
