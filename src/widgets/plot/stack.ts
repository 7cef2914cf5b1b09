// Bars of several series on top of each other; those below zero hang from it.

import type { Series } from "./plot-data.ts";

export interface Bar {
  readonly series: number;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

export function stack(series: readonly Series[]): Bar[] {
  const [above, below] = [new Map<number, number>(), new Map<number, number>()];
  return series.flatMap(({ points }, index) =>
    points.map(({ x, y }): Bar => {
      const height = y ?? 0;
      const ends = height < 0 ? below : above;
      const from = ends.get(x) ?? 0;
      ends.set(x, from + height);
      return { series: index, x, from, to: from + height };
    }),
  );
}
