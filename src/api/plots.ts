// gr.LinePlot, gr.BarPlot, gr.ScatterPlot

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";
import type { Cell, TableLike } from "./dataframe.ts";

export interface PlotOptions extends CommonOptions {
  /** What is drawn at first: records, or any other form of a table that gr.Dataframe takes. Default: nothing. */
  value?: Computable<TableLike>;
  /** The column along the bottom: numbers, Dates, or texts, which are categories. Default: the first. */
  x?: string | null;
  /** The column of numbers that decides the height. Default: the second. */
  y?: string | null;
  /** The column that tells series apart, each in a color of its own. Default: none, all is one series. */
  color?: string | null;
  /** For a ScatterPlot: the column of numbers that decides how large a point is. Default: none. */
  size?: string | null;
  /** Heading of the plot. Default: none. */
  title?: string | null;
  /** Under the x axis. Default: the name of its column. Gradio: x_title. */
  xTitle?: string | null;
  /** Beside the y axis. Default: the name of its column. Gradio: y_title. */
  yTitle?: string | null;
  /** Before the legend. Default: the name of its column. Gradio: color_title. */
  colorTitle?: string | null;
  /**
   * Puts x values together: a number for numbers, and for dates a time such as "30s", "15m", "1h", "7d". Texts are then
   * read as dates. Default: none. Gradio: x_bin.
   */
  xBin?: number | string | null;
  /**
   * How y values of the same bin or category become one. Default: "sum" for bins, and for categories of lines and bars;
   * without either, each value is drawn. Gradio: y_aggregate.
   */
  yAggregate?: "sum" | "mean" | "median" | "min" | "max" | "count" | null;
  /** CSS colors by the name of a series. Default: colors that hold for the color-blind. Gradio: color_map. */
  colorMap?: { readonly [series: string]: string } | null;
  /** Series that the legend names. Default: all. Gradio: colors_in_legend. */
  colorsInLegend?: readonly string[] | null;
  /** Where the x axis begins and ends; null: as the data does. For dates, Dates or milliseconds. Gradio: x_lim. */
  xLim?: readonly [min: number | Date | null, max: number | Date | null] | null;
  /** Where the y axis begins and ends; null: as the data does. Gradio: y_lim. */
  yLim?: readonly [min: number | null, max: number | null] | null;
  /** By how many degrees the labels of the x axis are turned. Default: 0. Gradio: x_label_angle. */
  xLabelAngle?: number;
  /** Whether the x axis has labels. Default: true. Gradio: x_axis_labels_visible. */
  xAxisLabelsVisible?: boolean | "hidden";
  /** Text under the plot. Default: none. */
  caption?: string | null;
  /** Order of categories: by name, by height, or as listed. Default: as they come. */
  sort?: "x" | "y" | "-x" | "-y" | readonly string[] | null;
  /** What a point says under the pointer: x and y, all columns, nothing, or x, y and these columns. Default: "axis". */
  tooltip?: "axis" | "all" | "none" | readonly string[];
  /** In pixels. Default: 280. */
  height?: number | null;
  /** Whether series are named beside the plot. Default: true. */
  showLegend?: boolean;
}

/** A plot: a function returns records for it; as an input, which is rare, it gives them. */
type Plot = Component<{ [column: string]: Cell }[] | null, TableLike | void, "change" | "select" | "doubleClick">;

/**
 * Lines through points, from left to right.
 *
 * As an output, it shows records: `[{ day: new Date("2025-01-01"), sales: 5, city: "Rome" }]`. Where y is no number, the line
 * has a gap. null empties it. A drag over the plot, or Shift and arrows, select a stretch of it: `select` gets
 * `{ index: [from, to], value: [from, to] }`, in Dates for dates.
 *
 * Its name in a list is `"lineplot"`. Listeners: change, select, doubleClick.
 *
 * @param value What is drawn at first; or the options.
 * @example gr.LinePlot({ x: "day", y: "sales", color: "city" })
 */
export function LinePlot(value?: Computable<TableLike> | PlotOptions, options?: PlotOptions): Plot {
  return createComponent("lineplot", value, options);
}

/**
 * Bars, of several series on top of each other.
 *
 * As an output, it shows records: `[{ city: "Rome", sales: 5 }]`. Bars of the same x add up, unless `yAggregate` says
 * otherwise. null empties it. `select` is as for gr.LinePlot; categories are named.
 *
 * Its name in a list is `"barplot"`. Listeners: change, select, doubleClick.
 *
 * @param value What is drawn at first; or the options.
 * @example gr.BarPlot({ x: "city", y: "sales", yAggregate: "mean", sort: "-y" })
 */
export function BarPlot(value?: Computable<TableLike> | PlotOptions, options?: PlotOptions): Plot {
  return createComponent("barplot", value, options);
}

/**
 * Points.
 *
 * As an output, it shows records: `[{ weight: 70, height: 1.8, kind: "a" }]`. What has no number for x or y is left out, and
 * said to be. null empties it. `select` is as for gr.LinePlot. A hundred thousand points are drawn in one go.
 *
 * Its name in a list is `"scatterplot"`. Listeners: change, select, doubleClick.
 *
 * @param value What is drawn at first; or the options.
 * @example gr.ScatterPlot({ x: "weight", y: "height", color: "kind", size: "age" })
 */
export function ScatterPlot(value?: Computable<TableLike> | PlotOptions, options?: PlotOptions): Plot {
  return createComponent("scatterplot", value, options);
}
