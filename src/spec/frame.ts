// What the parameters of a Dataframe say about its table: names of columns, kinds of cells, how many there may be.

import { err, ok, type Result } from "../base/result.ts";
import { shorten } from "./describe-value.ts";
import { type Cell, emptyColumn, rowCount, type Table } from "./table.ts";

type Props = Readonly<Record<string, unknown>>;

export const datatypes = ["auto", "str", "number", "bool", "date", "markdown", "html"] as const;

export type Datatype = (typeof datatypes)[number];

/** How many rows or columns a person may make of a table. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** A column is as a person sees it named; null is an empty table of the declared size. */
export function toFrame(value: Table | null, props: Props): Table {
  const names = Array.isArray(props["headers"]) ? (props["headers"] as readonly string[]) : [];
  const wanted = countOf(columnCount(props)) ?? (names.length > 0 ? names.length : 3);
  const rows = value ? rowCount(value) : (countOf(props["rowCount"]) ?? 1);
  const width = value ? Math.max(value.columns.length, names.length) : wanted;
  const headers = Array.from({ length: width }, (_, i) => value?.headers[i] ?? names[i] ?? String(i + 1));
  const columns = headers.map((_, i) => value?.columns[i] ?? emptyColumn(rows));
  return { headers, columns };
}

export function datatypeOf({ datatype }: Props, column: number): Datatype {
  const name: unknown = Array.isArray(datatype) ? (datatype[column] ?? "auto") : datatype;
  return datatypes.find((each) => each === name) ?? "auto";
}

export function rowLimits(props: Props): Limits {
  return limitsOf(props["rowCount"], props["rowLimits"]);
}

export function columnLimits(props: Props): Limits {
  return limitsOf(columnCount(props), props["columnLimits"]);
}

/** The cells of a column as its kind says: what the function receives. The error names the row. */
export function typedColumn(table: Table, column: number, props: Props): Result<Cell[], string> {
  const datatype = datatypeOf(props, column);
  const cells: Cell[] = [];
  for (const [row, cell] of (table.columns[column] ?? []).entries()) {
    const typed = toTyped(cell, datatype);
    if (typed === undefined) {
      const header = table.headers[column] ?? "";
      return err(`Row ${row + 1}, ${header}: ${JSON.stringify(shorten(String(cell)))} is ${datatypeWords[datatype]}.`);
    }
    cells.push(typed);
  }
  return ok(cells);
}

/** undefined for what is not of that kind. */
export function toTyped(cell: Cell, datatype: Datatype): Cell | undefined {
  switch (datatype) {
    case "auto":
      return cell;
    case "number":
      return cell === null || cell === ""
        ? null
        : typeof cell === "number" || typeof cell === "bigint"
          ? cell
          : undefined;
    case "bool":
      return cell === null || cell === "" ? false : typeof cell === "boolean" ? cell : undefined;
    case "date":
      return cell === null || cell === "" ? null : toDate(cell);
    case "str":
    case "markdown":
    case "html":
      return cell === null ? "" : cell instanceof Date ? cell.toISOString() : String(cell);
  }
}

const datatypeWords: Readonly<Record<Datatype, string>> = {
  auto: "no value",
  number: "no number",
  bool: "neither true nor false",
  date: "no date, such as 2025-12-31",
  str: "no text",
  markdown: "no text",
  html: "no text",
};

/** From a date as text, which may lack its day or have a time. Other texts that Date.parse takes mean too many things. */
export function toDate(cell: Cell): Date | undefined {
  if (
    typeof cell === "string" &&
    !/^\d{4}-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?$/.test(cell)
  ) {
    return undefined;
  }
  if (typeof cell === "bigint" || typeof cell === "boolean" || cell === null) return undefined;
  const date = new Date(typeof cell === "string" ? cell.replace(" ", "T") : cell);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Gradio 5 has `col_count`, Gradio 6 `column_count`. */
function columnCount(props: Props): unknown {
  return props["columnCount"] ?? props["colCount"];
}

/** A number, or a number and whether it is fixed. */
function countOf(value: unknown): number | null {
  const count: unknown = Array.isArray(value) ? value[0] : value;
  return typeof count === "number" ? count : null;
}

function limitsOf(count: unknown, limits: unknown): Limits {
  if (Array.isArray(limits)) {
    const [min, max]: readonly unknown[] = limits;
    return { min: typeof min === "number" ? min : 0, max: typeof max === "number" ? max : Infinity };
  }
  const isFixed = Array.isArray(count) && count[1] === "fixed";
  const fixed = countOf(count) ?? 0;
  return isFixed ? { min: fixed, max: fixed } : { min: 0, max: Infinity };
}
