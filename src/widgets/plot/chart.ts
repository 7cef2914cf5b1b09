// The chart: uPlot draws the axes and the stretch that is selected, and `draw-marks` what the plot is about. It is made anew
// when what it looks like changes, not when other values come.

import "./valid-language.ts";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Look } from "./colors.ts";
import { numberText, roomAtEnd, xText } from "./describe-plot.ts";
import { type Canvas, drawBars, drawLines, drawPoints } from "./draw-marks.ts";
import type { PlotData } from "./plot-data.ts";
import type { PlotOptions } from "./plot-options.ts";
import { barWidth, type Range, xRange, yRange } from "./plot-ranges.ts";

export interface ChartContent {
  readonly data: PlotData;
  readonly options: PlotOptions;
  readonly looks: readonly Look[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xLabels: boolean;
  readonly xAngle: number;
  /** Whether somebody wants to know of a stretch that is selected. */
  readonly canSelect: boolean;
}

export interface Chart {
  show(content: ChartContent): void;
  resize(size: { readonly width: number; readonly height: number }): void;
  /** Pixels from the left of the plotting area, and the width that it has. */
  left(x: number): number;
  top(y: number): number;
  readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Marks a stretch without telling of it; null marks none. */
  mark(stretch: Range | null): void;
  dispose(): void;
}

interface ChartEvents {
  onSelect(stretch: Range): void;
  /** In pixels of the plotting area; null when the pointer has left it. */
  onPoint(at: { readonly left: number; readonly top: number } | null): void;
}

/** A chart for this content; other content of the same axes may be shown later. */
export function createChart(
  target: HTMLElement,
  first: ChartContent,
  size: { readonly width: number; readonly height: number },
  events: ChartEvents,
): Chart {
  let content = first;
  let isMarking = false;
  // A canvas knows nothing of custom properties, nor of the scheme that the page is in.
  const resolve = (color: string) => {
    target.style.color = color;
    const { color: resolved } = getComputedStyle(target);
    target.style.color = "";
    return resolved;
  };
  // In whole pixels: uPlot reads the height of a line from it.
  const font = `12px ${getComputedStyle(target).getPropertyValue("--sans").trim()}`;
  const axis: uPlot.Axis = {
    stroke: resolve("var(--dim)"),
    font,
    labelFont: font,
    grid: { stroke: resolve("var(--line)"), width: 1 },
    ticks: { show: false },
    gap: 6,
    labelSize: 20,
    labelGap: 2,
  };
  const isCategory = content.data.xKind === "category";
  const chart = new uPlot(
    {
      ...size,
      ms: 1,
      padding: [8, () => roomAtEnd(content.data, xRange(content.data, content.options)[1]), 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: content.canSelect, y: false, setScale: false },
      },
      scales: {
        x: { time: content.data.xKind === "time", range: () => [...xRange(content.data, content.options)] },
        y: { range: () => [...yRange(content.data, content.options)] },
      },
      axes: [
        {
          ...axis,
          grid: { ...axis.grid, show: !isCategory },
          rotate: content.xAngle,
          size: xAxisSize(content),
          ...(content.xTitle === "" ? {} : { label: shorten(content.xTitle, size.width / 8) }),
          ...(content.xLabels ? {} : { values: (_: uPlot, splits: number[]) => splits.map(() => "") }),
          ...(isCategory ? categoryAxis(() => content, content.xLabels) : {}),
        },
        {
          ...axis,
          ...(content.yTitle === "" ? {} : { label: shorten(content.yTitle, size.height / 8) }),
          values: (_, splits) => splits.map(numberText),
          size: (_, values) => 14 + 6.6 * Math.max(1, ...(values ?? []).map((value) => value.length)),
        },
      ],
      series: [{}, { stroke: "transparent" }],
      hooks: {
        draw: [draw],
        setSelect: [({ select }) => tellOfSelect(select)],
        setCursor: [
          ({ cursor: { left = -1, top = -1 } }) => events.onPoint(left < 0 || top < 0 ? null : { left, top }),
        ],
      },
    },
    values(content),
    target,
  );

  function draw({ ctx, bbox, valToPos }: uPlot): void {
    const { data, options, looks } = content;
    const pens = looks.map((look) => ({ ...look, color: resolve(look.color) }));
    const canvas: Canvas = {
      context: ctx,
      ratio: uPlot.pxRatio,
      toX: (x) => valToPos(x, "x", true),
      toY: (y) => valToPos(y, "y", true),
    };
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    if (options.mark === "line") drawLines(canvas, data, pens);
    else if (options.mark === "bar") drawBars(canvas, data, pens, barWidth(data, options.xBin ?? 1));
    else drawPoints(canvas, data, pens);
    ctx.restore();
  }

  function tellOfSelect({ left, width }: uPlot.Select): void {
    if (isMarking || width <= 0) return;
    events.onSelect([chart.posToVal(left, "x"), chart.posToVal(left + width, "x")]);
  }

  return {
    show(next) {
      content = next;
      chart.setData(values(next));
    },
    resize: (next) => chart.setSize(next),
    left: (x) => chart.valToPos(x, "x"),
    top: (y) => chart.valToPos(y, "y"),
    get area() {
      const { bbox } = chart;
      const ratio = uPlot.pxRatio;
      return { left: bbox.left / ratio, top: bbox.top / ratio, width: bbox.width / ratio, height: bbox.height / ratio };
    },
    mark(stretch) {
      const [from, to] = stretch ? stretch.map((x) => chart.valToPos(x, "x")) : [0, 0];
      const height = stretch ? chart.over.clientHeight : 0;
      isMarking = true;
      chart.setSelect({ left: Math.min(from ?? 0, to ?? 0), width: Math.abs((to ?? 0) - (from ?? 0)), top: 0, height });
      isMarking = false;
    },
    dispose: () => chart.destroy(),
  };
}

/** Values that span the axes: the marks are drawn from the content itself. */
function values({ data, options }: ChartContent): uPlot.AlignedData {
  return [[...xRange(data, options)], [null, null]];
}

/** A name under each category, or under as many as there is room for. */
function categoryAxis(content: () => ChartContent, labels: boolean): Partial<uPlot.Axis> {
  return {
    splits(chart) {
      const { data, xAngle } = content();
      const room = chart.over.clientWidth || chart.width;
      const longest = Math.min(120, 8 + 6.6 * Math.max(1, ...data.categories.map((name) => name.length)));
      const each = Math.max(1, Math.ceil((data.categories.length * (xAngle === 0 ? longest : 18)) / room));
      return data.categories.map((_, place) => place).filter((place) => place % each === 0);
    },
    values: (_, splits) => splits.map((place) => (labels ? shorten(xText(content().data, place), 18) : "")),
  };
}

/** Times take two lines; labels that are turned as much as they are long. */
function xAxisSize({ data, xLabels, xAngle }: ChartContent): number {
  if (!xLabels) return 4;
  const turned = Math.round(56 * Math.abs(Math.sin((xAngle * Math.PI) / 180)));
  return (data.xKind === "time" ? 38 : 24) + turned;
}

function shorten(text: string, chars: number): string {
  return text.length > chars ? `${text.slice(0, Math.max(1, chars - 1))}…` : text;
}
