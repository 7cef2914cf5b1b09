// What is said of a place in a plot: x, then what each series has there.

import { numberText, xText } from "./describe-plot.ts";
import type { Near } from "./near.ts";
import type { PlotData } from "./plot-data.ts";

const MOST = 12;

export function pointText(data: PlotData, { found, x }: Near): string[] {
  const values = found.slice(0, MOST).map(({ series, point }) => {
    const name = data.series[series]?.name || data.yName;
    return `${name}: ${point.y === null ? "" : numberText(point.y)}`;
  });
  const more = found.length > MOST ? [`and ${found.length - MOST} more`] : [];
  return [`${data.xName}: ${xText(data, x)}`, ...values, ...more];
}
