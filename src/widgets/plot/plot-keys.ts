// A plot by keyboard: arrows go from point to point and read them out, Shift selects a stretch, Escape lets go of it.

import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { Chart, ChartContent } from "./chart.ts";
import { xText } from "./describe-plot.ts";
import { pointText } from "./point-text.ts";
import { allAt, type Near, stopsOf } from "./near.ts";
import type { PlotData } from "./plot-data.ts";
import type { Range } from "./plot-ranges.ts";

interface PlotKeys {
  /** Whether the key did something here. */
  press(event: KeyboardEvent): boolean;
  /** For a screen reader: where one is. */
  readonly said: Accessor<string>;
}

export function createPlotKeys(plot: {
  content(): ChartContent;
  chart(): Chart | null;
  onPoint(at: { readonly near: Near; readonly left: number; readonly top: number } | null): void;
  onSelect(stretch: Range): void;
}): PlotKeys {
  const [said, setSaid] = createSignal("");
  let stops: { readonly data: PlotData; readonly all: readonly number[] } | null = null;
  let at: number | null = null;
  let anchor: number | null = null;

  function stopsNow(): readonly number[] {
    const { data } = plot.content();
    if (stops?.data !== data) stops = { data, all: stopsOf(data) };
    return stops.all;
  }

  function go(index: number, extend: boolean): void {
    const [chart, { data }] = [plot.chart(), plot.content()];
    const all = stopsNow();
    const next = Math.max(0, Math.min(all.length - 1, index));
    const x = all[next];
    const near = x === undefined ? null : allAt(data, x);
    if (!chart || x === undefined || !near) return;
    anchor = extend ? (anchor ?? at ?? next) : null;
    at = next;
    plot.onPoint({ near, left: chart.left(x), top: chart.top(near.found[0]?.point.y ?? 0) });
    const stretch = stretchFrom(all);
    chart.mark(stretch);
    if (!stretch) return void setSaid(pointText(data, near).join(", "));
    setSaid(`${xText(data, stretch[0])} to ${xText(data, stretch[1])} selected`);
    plot.onSelect(stretch);
  }

  function stretchFrom(all: readonly number[]): Range | null {
    if (anchor === null || at === null || anchor === at) return null;
    const [from, to] = [all[Math.min(anchor, at)], all[Math.max(anchor, at)]];
    return from === undefined || to === undefined ? null : [from, to];
  }

  return {
    said,
    press({ key, shiftKey, ctrlKey, metaKey, altKey }) {
      if (ctrlKey || metaKey || altKey) return false;
      const last = stopsNow().length - 1;
      const to: Readonly<Record<string, number>> = {
        ArrowRight: at === null ? 0 : at + 1,
        ArrowLeft: at === null ? last : at - 1,
        Home: 0,
        End: last,
      };
      const next = to[key];
      if (next !== undefined) go(next, shiftKey && plot.content().canSelect);
      else if (key === "Escape" && at !== null) {
        at = null;
        anchor = null;
        plot.chart()?.mark(null);
        plot.onPoint(null);
        setSaid("");
      } else return false;
      return true;
    },
  };
}
