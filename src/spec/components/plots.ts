// LinePlot, BarPlot and ScatterPlot: a table, and which of its columns are drawn how. The page draws; all columns go there,
// since which are drawn may change.

import { err, ok } from "../../base/result.ts";
import type { ComponentKind } from "../app-spec.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue, shorten } from "../describe-value.ts";
import { flag, optionalText, parameter, wholeNumber, type Parameter } from "../parameter.ts";
import { type Cell, isTable, type Table, toTable } from "../table.ts";
import { tableParameter } from "../table-parameter.ts";

export const aggregates = ["sum", "mean", "median", "min", "max", "count"] as const;

export const lineplot = plot("lineplot", "LinePlot");
export const barplot = plot("barplot", "BarPlot");
export const scatterplot = plot("scatterplot", "ScatterPlot");

function plot(kind: ComponentKind, name: string): KindDefinition {
  return {
    kind,
    name,
    shortcuts: [kind],
    first: "value",
    events: ["change", "select", "doubleClick"],
    parameters: {
      info: optionalText(),
      x: optionalText(1000),
      y: optionalText(1000),
      color: optionalText(1000),
      size: optionalText(1000),
      title: optionalText(),
      xTitle: optionalText(),
      yTitle: optionalText(),
      colorTitle: optionalText(),
      xBin: parameter(null, 'a number above 0, a time such as "15m", "1h" or "1d", or null', isBin),
      yAggregate: parameter(
        null,
        `one of ${quoted(aggregates)}, or null`,
        (value) => value === null || isOneOf(value, aggregates),
      ),
      colorMap: parameter(null, 'an object of colors by name, such as { fail: "#c00" }, or null', isColorMap),
      colorsInLegend: parameter(null, "a list of names, or null", (value) => value === null || isTexts(value)),
      xLim: limits(),
      yLim: limits(),
      xLabelAngle: parameter(
        0,
        "an angle from -90 to 90",
        (value) => Number.isFinite(value) && Math.abs(Number(value)) <= 90,
      ),
      xAxisLabelsVisible: parameter(
        true,
        'true, false or "hidden"',
        (value) => typeof value === "boolean" || value === "hidden",
      ),
      caption: optionalText(),
      sort: parameter(null, 'one of "x", "y", "-x", "-y", a list of names, or null', isSort),
      tooltip: parameter("axis", 'one of "axis", "all", "none", or a list of columns', isTooltip),
      height: wholeNumber(null, 40, 4000),
      showLegend: flag(true),
    },
    renamed: {
      x_title: "xTitle",
      y_title: "yTitle",
      color_title: "colorTitle",
      x_bin: "xBin",
      y_aggregate: "yAggregate",
      color_map: "colorMap",
      colors_in_legend: "colorsInLegend",
      x_lim: "xLim",
      y_lim: "yLim",
      x_label_angle: "xLabelAngle",
      x_axis_labels_visible: "xAxisLabelsVisible",
      show_legend: "showLegend",
    },
    value: tableParameter,
    checkInput: (value) => (value === null || isTable(value) ? null : noTable(value)),
    preprocess: (value) => (value === null || isTable(value) ? ok(value && toRecords(value)) : err(noTable(value))),
    isOutput: (value) => value === null || isTable(value),
    postprocess(value, { props }) {
      const read = toTable(value);
      const missing = read.ok && read.value && missingColumn(read.value, props);
      return missing ? err(missing) : read;
    },
  };
}

function noTable(value: unknown): string {
  return `This is no table; it is ${describeValue(value)}.`;
}

function missingColumn({ headers, columns }: Table, props: Readonly<Record<string, unknown>>): string | null {
  // Without columns there is nothing to draw, which is no mistake.
  if (columns.length === 0) return null;
  for (const option of ["x", "y", "color", "size"]) {
    const name = props[option];
    if (typeof name !== "string" || headers.includes(name)) continue;
    const there = headers.slice(0, 20).map((header) => JSON.stringify(shorten(header)));
    return `has no column ${JSON.stringify(shorten(name))} for ${option}; its columns are ${there.join(", ")}`;
  }
  return null;
}

function toRecords({ headers, columns }: Table): Record<string, Cell>[] {
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) =>
    Object.fromEntries(headers.map((header, column) => [header, columns[column]?.[row] ?? null])),
  );
}

/** A date is milliseconds there, too; from a page it may come as either. */
function limits(): Parameter {
  const isLimit = (value: unknown) => value === null || Number.isFinite(value) || value instanceof Date;
  return parameter(
    null,
    "the least and the most, such as [0, 10], with null for what follows from the data",
    (value) => value === null || (Array.isArray(value) && value.length === 2 && value.every(isLimit)),
  );
}

function isBin(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === "string" ? /^\d{1,6}[smhd]$/.test(value) : Number.isFinite(value) && Number(value) > 0;
}

function isColorMap(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  return Object.values(value).every((color) => typeof color === "string" && color.length <= 100);
}

function isSort(value: unknown): boolean {
  return value === null || isOneOf(value, ["x", "y", "-x", "-y"]) || isTexts(value);
}

function isTooltip(value: unknown): boolean {
  return isOneOf(value, ["axis", "all", "none"]) || isTexts(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 10_000 && value.every((item) => typeof item === "string");
}

function isOneOf(value: unknown, names: readonly string[]): boolean {
  return typeof value === "string" && names.includes(value);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
