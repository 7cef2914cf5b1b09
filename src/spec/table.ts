// Tables as they cross threads: by column, because structuredClone takes a list of a million numbers as one piece, and a
// million rows as a million. What a program gives may be lists of rows, records, columns, or { headers, data }.

import { err, ok, type Result } from "../base/result.ts";
import { describeValue } from "./describe-value.ts";
import { toJsonData } from "./json-data.ts";
import { countText } from "./count-text.ts";

export type Cell = string | number | bigint | boolean | Date | null;

export interface Table {
  /** As far as names were given; who shows the table names the rest. */
  readonly headers: readonly string[];
  /** All of one length. */
  readonly columns: readonly (readonly Cell[])[];
}

/** More neither structuredClone nor a page holds at ease. */
const limits = { cells: 20_000_000, columns: 10_000, headerChars: 1000 };

const forms = "give a list of records, a list of lists, an object or Map of columns, or { headers, data }";

/** null for null and undefined. The error goes on after the name of what holds the table. The cells are copies. */
export function toTable(value: unknown): Result<Table | null, string> {
  try {
    return ok(value === null || value === undefined ? null : readTable(value));
  } catch (error) {
    if (error instanceof TableError) return err(error.message);
    throw error;
  }
}

export function rowCount({ columns }: Table): number {
  return columns[0]?.length ?? 0;
}

export function emptyColumn(rows: number): Cell[] {
  return Array.from({ length: rows }, () => null);
}

/** Whether something of an untrusted sender has the form of a table. Its cells are not looked at. */
export function isTable(value: unknown): value is Table {
  if (typeof value !== "object" || value === null || !("headers" in value) || !("columns" in value)) return false;
  const { headers, columns } = value;
  if (!isListUpTo(headers, limits.columns) || !isListUpTo(columns, limits.columns)) return false;
  const [first] = columns;
  const length = Array.isArray(first) ? first.length : 0;
  return (
    headers.every((header) => typeof header === "string" && header.length <= limits.headerChars) &&
    columns.every((column) => Array.isArray(column) && column.length === length)
  );
}

function isListUpTo(value: unknown, max: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= max;
}

/** Its message says what is wrong. */
class TableError extends Error {}

type List = ArrayLike<unknown>;

function readTable(value: unknown): Table {
  if (isList(value)) return fromList(value, []);
  if (value instanceof Map) return fromColumns([...value.keys()].map(toHeader), [...value.values()]);
  if (typeof value !== "object" || value === null)
    throw new TableError(`is no table: it is ${describeValue(value)}; ${forms}`);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const { headers, data, columns } = Object.fromEntries(entries);
  const names = isList(headers) ? Array.from(headers, toHeader) : [];
  const has = (...keys: readonly string[]) => entries.every(([key]) => keys.includes(key));
  if (isList(data) && has("headers", "data", "metadata")) return fromList(data, names);
  if (isList(headers) && isLists(columns) && has("headers", "columns")) return fromColumns(names, columns);
  if (entries.length > 0 && entries.every(([, list]) => isList(list))) {
    return fromColumns(Object.keys(value), Object.values(value));
  }
  throw new TableError(`is no table: it is ${describeValue(value)}; ${forms}`);
}

function fromList(list: List, headers: readonly string[]): Table {
  if (list.length === 0) return { headers, columns: headers.map(() => []) };
  const form = formOf(list[0]);
  for (let row = 1; row < list.length; row++) {
    if (formOf(list[row]) === form) continue;
    const [first, other] = [describeValue(list[0]), describeValue(list[row])];
    throw new TableError(`is no table: row 0 is ${first}, but row ${row} is ${other}`);
  }
  if (form === "value") return { headers, columns: [copyColumn(list, 0, list.length, (item) => item)] };
  return form === "list" ? fromRows(list as ArrayLike<List>, headers) : fromRecords(list as ArrayLike<object>, headers);
}

function fromRows(rows: ArrayLike<List>, headers: readonly string[]): Table {
  let width = headers.length;
  for (let row = 0; row < rows.length; row++) width = Math.max(width, rows[row]?.length ?? 0);
  checkSize(width, rows.length);
  const columns = Array.from({ length: width }, (_, column) =>
    copyColumn(rows, column, rows.length, (row) => row[column]),
  );
  return { headers, columns };
}

/** Every key of any record is a column, in the order in which they come. */
function fromRecords(records: ArrayLike<object>, headers: readonly string[]): Table {
  const known = new Set(headers);
  for (let row = 0; row < records.length; row++) {
    for (const key of Object.keys(records[row] ?? {})) known.add(key);
  }
  checkSize(known.size, records.length);
  const names = [...known].map(toHeader);
  const columns = [...known].map((key, column) =>
    copyColumn(records, column, records.length, (record) =>
      Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : null,
    ),
  );
  return { headers: names, columns };
}

function fromColumns(headers: readonly string[], lists: readonly unknown[]): Table {
  if (!isLists(lists)) throw new TableError(`is no table: not all of its columns are lists; ${forms}`);
  const length = lists.reduce((longest, list) => Math.max(longest, list.length), 0);
  checkSize(lists.length, length);
  return { headers, columns: lists.map((list, column) => copyColumn(list, column, length, (cell) => cell)) };
}

/** What a list lacks is empty. */
function copyColumn<Item>(
  list: ArrayLike<Item>,
  column: number,
  length: number,
  read: (item: Item) => unknown,
): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row < length; row++) {
    const item = list[row];
    const cell = item === undefined ? null : toCell(read(item));
    if (cell === undefined) throw new TableError(`cannot be shown: row ${row}, column ${column} holds what is no data`);
    cells.push(cell);
  }
  return cells;
}

/** Lists and objects in a cell are their JSON. undefined for what is no data, such as a function. */
function toCell(value: unknown): Cell | undefined {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
      return value;
    case "undefined":
      return null;
    case "object": {
      if (value === null) return null;
      if (value instanceof Date) return new Date(value.getTime());
      const data = toJsonData(value);
      return data.ok ? JSON.stringify(data.value) : undefined;
    }
    default:
      return undefined;
  }
}

function formOf(row: unknown): "list" | "record" | "value" {
  if (typeof row !== "object" || row === null || row instanceof Date) return "value";
  return isList(row) ? "list" : "record";
}

function isList(value: unknown): value is List {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isLists(value: unknown): value is readonly List[] {
  return Array.isArray(value) && value.every(isList);
}

function toHeader(value: unknown): string {
  return (typeof value === "string" ? value : describeHeader(value)).slice(0, limits.headerChars);
}

function describeHeader(value: unknown): string {
  const cell = toCell(value);
  return cell === undefined || cell === null ? "" : cell instanceof Date ? cell.toISOString() : String(cell);
}

function checkSize(columns: number, rows: number): void {
  if (columns > limits.columns) throw new TableError(`has ${countText(columns)} columns; at most 10,000 can be shown`);
  if (columns * rows > limits.cells)
    throw new TableError("has more than 20 million cells, which is more than can be shown");
}
