// What a plot's parameters say, read by type: they come from the sandbox, so a wrong one counts as absent.

import type { ComponentSpec } from "../../spec/app-spec.ts";
import { aggregates } from "../../spec/components/plots.ts";
import { numberProp, textProp } from "../component-props.ts";

export type Mark = "line" | "bar" | "point";
export type Aggregate = (typeof aggregates)[number];
export type Limit = readonly [min: number | null, max: number | null];

export interface PlotOptions {
  readonly mark: Mark;
  readonly x: string;
  readonly y: string;
  readonly color: string;
  readonly size: string;
  readonly xBin: number | null;
  /** The bin is a time, in milliseconds. */
  readonly binsTime: boolean;
  readonly yAggregate: Aggregate | null;
  readonly sort: "x" | "y" | "-x" | "-y" | readonly string[] | null;
  readonly xLim: Limit;
  readonly yLim: Limit;
}

const marks: Readonly<Record<string, Mark>> = { lineplot: "line", barplot: "bar", scatterplot: "point" };
const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export function readPlotOptions(component: ComponentSpec): PlotOptions {
  const { props, kind } = component;
  const [, count, unit] = /^(\d+)([smhd])$/.exec(textProp(component, "xBin")) ?? [];
  const binMs = Number(count) * (unitMs[unit ?? ""] ?? 0);
  return {
    mark: marks[kind] ?? "point",
    x: textProp(component, "x"),
    y: textProp(component, "y"),
    color: textProp(component, "color"),
    size: textProp(component, "size"),
    xBin: binMs > 0 ? binMs : positive(numberProp(component, "xBin")),
    binsTime: binMs > 0,
    yAggregate: aggregates.find((name) => name === props["yAggregate"]) ?? null,
    sort: readSort(props["sort"]),
    xLim: readLimit(props["xLim"]),
    yLim: readLimit(props["yLim"]),
  };
}

export function textsProp(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : null;
}

function readSort(value: unknown): PlotOptions["sort"] {
  return value === "x" || value === "y" || value === "-x" || value === "-y" ? value : textsProp(value);
}

function readLimit(value: unknown): Limit {
  const [min, max]: readonly unknown[] = Array.isArray(value) ? value : [];
  return [toNumber(min), toNumber(max)];
}

function toNumber(value: unknown): number | null {
  const number = value instanceof Date ? value.getTime() : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

function positive(number: number | null): number | null {
  return number !== null && number > 0 ? number : null;
}
