// From a table to what is drawn: series of points, binned, put together and in order. Pure, and linear in the rows but for
// sorting them.

import { toDate } from "../../spec/frame.ts";
import type { Table } from "../../spec/table.ts";
import { cellText } from "../dataframe/cell-text.ts";
import { aggregate } from "./aggregate.ts";
import { classesOf } from "./classes.ts";
import type { PlotOptions } from "./plot-options.ts";

export interface Series {
  /** Empty for the only one. */
  readonly name: string;
  /** From left to right. */
  readonly points: readonly Point[];
}

export interface Point {
  /** A number, milliseconds, or the place of a category. */
  readonly x: number;
  /** null is a gap in a line. */
  readonly y: number | null;
  /** From 0 to 1. */
  readonly size: number;
  /** The row of the table that it stands for, the first of several. */
  readonly row: number;
}

export interface PlotData {
  readonly xKind: "number" | "time" | "category";
  readonly categories: readonly string[];
  readonly xName: string;
  readonly yName: string;
  readonly series: readonly Series[];
  /** The colors are steps of one scale, from low to high. */
  readonly isScale: boolean;
  /** Rows without a number where one is needed. */
  readonly leftOut: number;
}

interface RawPoint extends Point {
  readonly series: string;
}

export function toPlotData(table: Table, options: PlotOptions): PlotData {
  const find = (name: string) => table.headers.indexOf(name);
  const xColumn = options.x === "" ? 0 : find(options.x);
  const yColumn = options.y === "" ? (xColumn === 0 ? 1 : 0) : find(options.y);
  const [xs, ys] = [table.columns[xColumn] ?? [], table.columns[yColumn] ?? []];
  const xKind = kindOf(xs, options);
  const color = colorsOf(table.columns[find(options.color)], options);
  const sizes = table.columns[find(options.size)];
  const sizeOf = sizes ? scaleOf(sizes) : () => 0;
  const places = new Map<string, number>();
  const points: RawPoint[] = [];
  let leftOut = 0;
  const isLine = options.mark === "line";
  for (let row = 0; row < Math.max(xs.length, ys.length); row++) {
    const x = xKind === "category" ? placeOf(cellText(xs[row]), places) : toX(xs[row], options.xBin);
    const y = options.yAggregate === "count" ? 1 : toY(ys[row]);
    if (x === null || (y === null && !isLine)) leftOut += 1;
    else points.push({ x, y, size: sizeOf(row), row, series: color.nameOf(row) });
  }
  const isPutTogether =
    options.xBin !== null || (xKind === "category" && options.mark !== "point") || options.mark === "bar";
  const bySeries = group(points, color.names);
  const series = [...bySeries].map(([name, own]) => ({
    name,
    points: isPutTogether ? putTogether(own, options) : own.toSorted((a, b) => a.x - b.x),
  }));
  const data = {
    xKind,
    categories: [...places.keys()],
    xName: table.headers[xColumn] ?? "",
    yName: table.headers[yColumn] ?? "",
    series,
    isScale: color.isScale,
    leftOut,
  };
  return xKind === "category" ? inOrder(data, options) : data;
}

function kindOf(xs: readonly unknown[], { binsTime }: PlotOptions): PlotData["xKind"] {
  const first = xs.find((cell) => cell !== null && cell !== undefined && cell !== "");
  if (first instanceof Date || binsTime) return "time";
  // What is mostly numbers is numbers: what is none is left out.
  return typeof first === "number" || typeof first === "bigint" ? "number" : "category";
}

function toX(cell: unknown, bin: number | null): number | null {
  const date = typeof cell === "string" ? toDate(cell)?.getTime() : undefined;
  const x = date ?? (cell instanceof Date ? cell.getTime() : toY(cell));
  if (x === null || !Number.isFinite(x)) return null;
  return bin === null ? x : Math.floor(x / bin) * bin;
}

function toY(cell: unknown): number | null {
  if (typeof cell !== "number" && typeof cell !== "bigint") return null;
  return Number.isFinite(Number(cell)) ? Number(cell) : null;
}

function placeOf(name: string, places: Map<string, number>): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, places.size);
  return places.size - 1;
}

interface Colors {
  readonly names: readonly string[];
  readonly isScale: boolean;
  nameOf(row: number): string;
}

/** Many numbers are no names: they become steps of a scale. */
function colorsOf(cells: readonly unknown[] | undefined, { mark }: PlotOptions): Colors {
  if (!cells) return { names: [""], isScale: false, nameOf: () => "" };
  const classes = mark === "point" ? classesOf(cells) : null;
  if (classes) return { names: classes.names, isScale: true, nameOf: classes.nameOf };
  return { names: [], isScale: false, nameOf: (row) => cellText(cells[row]) };
}

/** In the order in which names are given, then come. */
function group(points: readonly RawPoint[], names: readonly string[]): Map<string, RawPoint[]> {
  const groups = new Map<string, RawPoint[]>(names.map((name) => [name, []]));
  for (const point of points) {
    const known = groups.get(point.series);
    if (known) known.push(point);
    else groups.set(point.series, [point]);
  }
  return groups;
}

function putTogether(points: readonly RawPoint[], { yAggregate }: PlotOptions): Point[] {
  const byX = new Map<number, RawPoint[]>();
  for (const point of points) {
    const known = byX.get(point.x);
    if (known) known.push(point);
    else byX.set(point.x, [point]);
  }
  return [...byX]
    .map(([x, same]): Point => {
      const ys = same.flatMap(({ y }) => (y === null ? [] : [y]));
      return {
        x,
        y: ys.length > 0 ? aggregate(ys, yAggregate ?? "sum") : null,
        size: same[0]?.size ?? 0,
        row: same[0]?.row ?? 0,
      };
    })
    .sort((a, b) => a.x - b.x);
}

/** Moves categories to where the order asked for puts them. */
function inOrder(data: PlotData, { sort }: PlotOptions): PlotData {
  if (sort === null) return data;
  const heights = new Map<number, number>();
  for (const { points } of data.series) {
    for (const { x, y } of points) heights.set(x, (heights.get(x) ?? 0) + (y ?? 0));
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const sign = typeof sort === "string" && sort.startsWith("-") ? -1 : 1;
  const rank = (place: number) => {
    const index = typeof sort === "string" ? -1 : sort.indexOf(data.categories[place] ?? "");
    return index < 0 ? Infinity : index;
  };
  const places = data.categories.map((_, place) => place);
  places.sort((a, b) => {
    if (sort === "x" || sort === "-x") return sign * compare(data.categories[a] ?? "", data.categories[b] ?? "");
    if (typeof sort === "string") return sign * ((heights.get(a) ?? 0) - (heights.get(b) ?? 0));
    return rank(a) === rank(b) ? a - b : rank(a) - rank(b);
  });
  const moved = new Map(places.map((before, now) => [before, now]));
  return {
    ...data,
    categories: places.map((place) => data.categories[place] ?? ""),
    series: data.series.map(({ name, points }) => ({
      name,
      points: points.map((point) => ({ ...point, x: moved.get(point.x) ?? point.x })).sort((a, b) => a.x - b.x),
    })),
  };
}

/** From 0 for the least to 1 for the greatest. */
function scaleOf(cells: readonly unknown[]): (row: number) => number {
  let [min, max] = [Infinity, -Infinity];
  for (const cell of cells) {
    const number = toY(cell);
    if (number === null) continue;
    min = Math.min(min, number);
    max = Math.max(max, number);
  }
  return (row) => (max > min ? ((toY(cells[row]) ?? min) - min) / (max - min) : 0.5);
}
