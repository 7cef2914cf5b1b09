// Dataframe: the page holds a table by columns, or null for an empty one of the declared size. The function receives
// records, or rows.

import { err, ok, type Result } from "../../base/result.ts";
import type { ComponentSpec } from "../app-spec.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { datatypes, toFrame, typedColumn } from "../frame.ts";
import { choice, flag, optionalText, parameter, wholeNumber, type Parameter } from "../parameter.ts";
import { type Cell, isTable, rowCount, type Table, toTable } from "../table.ts";
import { tableParameter } from "../table-parameter.ts";
import { countText } from "../count-text.ts";

const most = { rows: 1_000_000, columns: 1000 };

export const dataframe: KindDefinition = {
  kind: "dataframe",
  name: "Dataframe",
  shortcuts: ["dataframe"],
  first: "value",
  events: ["change", "input", "select", "edit"],
  parameters: {
    info: optionalText(),
    headers: list("a list of texts", (item) => typeof item === "string" && item.length <= 1000),
    rowCount: count("rows", most.rows),
    columnCount: count("columns", most.columns),
    colCount: count("columns", most.columns),
    rowLimits: limits(most.rows),
    columnLimits: limits(most.columns),
    datatype: parameter(
      "auto",
      `one of ${datatypes.map((name) => JSON.stringify(name)).join(", ")}, or a list with one for each column`,
      (value) => (Array.isArray(value) ? value.length <= most.columns && value.every(isDatatype) : isDatatype(value)),
    ),
    type: choice("records", "array"),
    maxHeight: parameter(500, 'a height in pixels, such as 500 or "500px"', isLength),
    wrap: flag(false),
    showRowNumbers: flag(false),
    maxChars: wholeNumber(null, 1, 1_000_000),
    columnWidths: list('a list of widths such as 120, "120px" or "20%"', isWidth),
    showSearch: choice("none", "search", "filter"),
    pinnedColumns: wholeNumber(null, 0, most.columns),
    staticColumns: list("a list of column numbers, counted from 0", isIndex),
  },
  renamed: {
    row_count: "rowCount",
    column_count: "columnCount",
    col_count: "columnCount",
    row_limits: "rowLimits",
    column_limits: "columnLimits",
    max_height: "maxHeight",
    show_row_numbers: "showRowNumbers",
    max_chars: "maxChars",
    column_widths: "columnWidths",
    show_search: "showSearch",
    pinned_columns: "pinnedColumns",
    static_columns: "staticColumns",
  },
  value: tableParameter,

  checkInput(value, component) {
    const columns = typedColumns(value, component);
    return columns.ok ? null : columns.error;
  },

  preprocess(value, component) {
    const read = typedColumns(value, component);
    if (!read.ok) return read;
    const { headers, columns } = read.value;
    return ok(component.props["type"] === "array" ? toRows(columns) : toRecords(headers, columns));
  },

  isOutput: (value) => value === null || isTable(value),

  postprocess(value, { props }) {
    const read = toTable(value);
    return read.ok && read.value ? ok(toFrame(read.value, props)) : read;
  },
};

function typedColumns(value: unknown, { props }: ComponentSpec): Result<Table, string> {
  if (value !== null && !isTable(value)) return err(`This is no table; it is ${describeValue(value)}.`);
  const frame = toFrame(value, props);
  const columns: Cell[][] = [];
  for (let column = 0; column < frame.columns.length; column++) {
    const cells = typedColumn(frame, column, props);
    if (!cells.ok) return cells;
    columns.push(cells.value);
  }
  return ok({ headers: frame.headers, columns });
}

function toRows(columns: readonly (readonly Cell[])[]): Cell[][] {
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => columns.map((column) => column[row] ?? null));
}

function toRecords(headers: readonly string[], columns: readonly (readonly Cell[])[]): Record<string, Cell>[] {
  const keys = uniqueNames(headers);
  return Array.from({ length: rowCount({ headers, columns }) }, (_, row) => {
    const record: Record<string, Cell> = {};
    for (const [column, key] of keys.entries()) record[key] = columns[column]?.[row] ?? null;
    return record;
  });
}

/** A record holds a name once: "a", "a 2". Assigning to "__proto__" would lose the cells. */
function uniqueNames(headers: readonly string[]): string[] {
  const taken = new Set(["__proto__"]);
  return headers.map((header) => {
    let name = header;
    for (let n = 2; taken.has(name); n++) name = `${header} ${n}`;
    taken.add(name);
    return name;
  });
}

function isDatatype(value: unknown): boolean {
  return datatypes.some((name) => name === value);
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < most.columns;
}

function isLength(value: unknown): boolean {
  return typeof value === "string" ? /^\d{1,5}(px)?$/.test(value) : Number.isFinite(value) && Number(value) > 0;
}

function isWidth(value: unknown): boolean {
  return typeof value === "string"
    ? /^\d{1,4}(\.\d+)?(px|%)$/.test(value)
    : Number.isFinite(value) && Number(value) > 0;
}

function list(what: string, accepts: (item: unknown) => boolean): Parameter {
  return parameter(
    null,
    `${what}, or null`,
    (value) => value === null || (Array.isArray(value) && value.length <= most.columns && value.every(accepts)),
  );
}

function count(what: string, max: number): Parameter {
  const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;
  return parameter(
    null,
    `a number of ${what} of at most ${countText(max)}, such as 3, or [3, "fixed"]`,
    (value) =>
      value === null ||
      isCount(value) ||
      (Array.isArray(value) &&
        value.length === 2 &&
        isCount(value[0]) &&
        (value[1] === "fixed" || value[1] === "dynamic")),
  );
}

function limits(max: number): Parameter {
  const isLimit = (value: unknown) =>
    value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max);
  return parameter(
    null,
    "the least and the most, such as [1, 10], with null for no limit",
    (value) =>
      value === null ||
      (Array.isArray(value) &&
        value.length === 2 &&
        value.every(isLimit) &&
        !(typeof value[0] === "number" && typeof value[1] === "number" && value[0] > value[1])),
  );
}
