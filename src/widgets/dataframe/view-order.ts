// Which rows are seen, in which order: sorted by any number of columns, and as far as they hold what was searched for.

import { toDate } from "../../spec/frame.ts";
import { rowCount, type Table } from "../../spec/table.ts";
import { cellText } from "./cell-text.ts";

export interface SortKey {
  readonly column: number;
  readonly descending: boolean;
}

export interface ViewOptions {
  /** The first decides; what it leaves equal goes by the next. */
  readonly sort: readonly SortKey[];
  /** Found in any column. */
  readonly search: string;
  /** By column: a text that is contained, or >5, <=5, =5, 1..5. */
  readonly filters: ReadonlyMap<number, string>;
}

/** Numbers of rows in the order in which they are seen; null for all of them as they are. */
export function viewOrder(table: Table, { sort, search, filters }: ViewOptions): Uint32Array | null {
  const tests = [...filters]
    .filter(([, text]) => text.trim() !== "")
    .map(([column, text]) => ({ cells: table.columns[column] ?? [], accepts: toFilter(text) }));
  const sought = search.trim().toLowerCase();
  if (sort.length === 0 && tests.length === 0 && sought === "") return null;
  const rows: number[] = [];
  for (let row = 0; row < rowCount(table); row++) {
    if (!tests.every(({ cells, accepts }) => accepts(cells[row]))) continue;
    if (sought === "" || table.columns.some((cells) => contains(cells[row], sought))) rows.push(row);
  }
  const ranks = sort.map(({ column, descending }) => ({
    rank: ranksOf(table.columns[column] ?? []),
    sign: descending ? -1 : 1,
  }));
  return Uint32Array.from(rows).sort((a, b) => {
    for (const { rank, sign } of ranks) {
      const [left = empty, right = empty] = [rank[a], rank[b]];
      // What is empty comes last, either way.
      if (left !== right) return left === empty || right === empty ? left - right : sign * (left - right);
    }
    return a - b;
  });
}

/** Rows that were inserted are seen where they were asked for, even if they fit no filter. */
export function orderWithRows(
  order: Uint32Array,
  at: { readonly view: number; readonly row: number; readonly count: number },
): Uint32Array {
  const moved = order.map((row) => (row >= at.row ? row + at.count : row));
  const added = Uint32Array.from({ length: at.count }, (_, i) => at.row + i);
  return Uint32Array.from([...moved.subarray(0, at.view), ...added, ...moved.subarray(at.view)]);
}

export function orderWithoutRows(order: Uint32Array, rows: ReadonlySet<number>): Uint32Array {
  const left = order.filter((row) => !rows.has(row));
  const before = new Uint32Array(left.reduce((most, row) => Math.max(most, row), 0) + 1);
  let gone = 0;
  for (let row = 0; row < before.length; row++) {
    before[row] = gone;
    if (rows.has(row)) gone += 1;
  }
  return left.map((row) => row - (before[row] ?? 0));
}

/** Above any number, and equal to itself. */
const empty = Number.MAX_VALUE;

/**
 * A number for each cell by which it sorts: numbers and dates first, then texts. Texts are compared once for each that
 * differs, since a collator takes long.
 */
function ranksOf(cells: readonly unknown[]): Float64Array {
  const texts = new Map<string, number>();
  for (const cell of cells) if (typeof cell === "string" && cell !== "") texts.set(cell, 0);
  const sorted = [...texts.keys()].sort(new Intl.Collator(undefined, { numeric: true }).compare);
  // Above all numbers that a table has but for the very largest.
  for (const [index, text] of sorted.entries()) texts.set(text, 1e300 * (1 + (index + 1) / (sorted.length + 1)));
  return Float64Array.from(cells, (cell) => {
    if (typeof cell === "string") return texts.get(cell) ?? empty;
    const number = cell === null || cell === undefined ? empty : Number(cell);
    return Number.isNaN(number) ? empty : number;
  });
}

function contains(cell: unknown, sought: string): boolean {
  return cellText(cell).toLowerCase().includes(sought);
}

function toFilter(text: string): (cell: unknown) => boolean {
  const range = /^\s*(.+?)\s*\.\.\s*(.+?)\s*$/.exec(text);
  const [from, to] = [toNumber(range?.[1]), toNumber(range?.[2])];
  if (from !== null && to !== null) return compared((number) => number >= from && number <= to);
  const [, operator, operand] = /^\s*(>=|<=|>|<|=)\s*(.+?)\s*$/.exec(text) ?? [];
  const number = toNumber(operand);
  if (number !== null) {
    if (operator === ">") return compared((cell) => cell > number);
    if (operator === ">=") return compared((cell) => cell >= number);
    if (operator === "<") return compared((cell) => cell < number);
    if (operator === "<=") return compared((cell) => cell <= number);
    return compared((cell) => cell === number);
  }
  if (operator === "=" && operand !== undefined)
    return (cell) => cellText(cell).toLowerCase() === operand.toLowerCase();
  const sought = text.trim().toLowerCase();
  return (cell) => contains(cell, sought);
}

function compared(accepts: (number: number) => boolean): (cell: unknown) => boolean {
  return (cell) => {
    if (typeof cell === "string") return cell !== "" && accepts(Number(cell));
    return (typeof cell === "number" || typeof cell === "bigint" || cell instanceof Date) && accepts(Number(cell));
  };
}

/** Of a number or a date as text. */
function toNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  return toDate(text)?.getTime() ?? null;
}
