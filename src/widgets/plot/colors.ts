// The colors of series, and what else tells them apart: shapes of points, and dashes once the colors begin again.

import type { PlotData } from "./plot-data.ts";

/** As many as plot.css has. */
export const COLORS = 8;
export const SCALE_COLORS = 7;

export const shapes = ["circle", "square", "triangle", "diamond"] as const;
export type Shape = (typeof shapes)[number];

export interface Look {
  /** A CSS color, which may be a custom property. */
  readonly color: string;
  readonly shape: Shape;
  readonly dash: readonly number[];
}

/** `map`: colors by name, of the person's. */
export function looksOf({ series, isScale }: PlotData, map: unknown): Look[] {
  const own: Readonly<Record<string, unknown>> = typeof map === "object" && map !== null ? { ...map } : {};
  return series.map(({ name }, index) => {
    const named = Object.hasOwn(own, name) ? own[name] : undefined;
    const color =
      typeof named === "string" && CSS.supports("color", named) ? named : colorAt(index, series.length, isScale);
    const shape = isScale ? "circle" : (shapes[index % shapes.length] ?? "circle");
    return { color, shape, dash: dashes[Math.floor(index / COLORS) % dashes.length] ?? [] };
  });
}

const dashes: readonly (readonly number[])[] = [[], [6, 4], [2, 3]];

function colorAt(index: number, count: number, isScale: boolean): string {
  if (!isScale) return `var(--plot-${(index % COLORS) + 1})`;
  const step = count > 1 ? Math.round((index / (count - 1)) * (SCALE_COLORS - 1)) : SCALE_COLORS - 1;
  return `var(--plot-scale-${step + 1})`;
}
