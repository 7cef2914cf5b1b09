// Between a cell and its text: what is shown and copied, and what a person typed or pasted. The cells may come from the
// sandbox, so anything may stand in one.

import { type Datatype, toDate } from "../../spec/frame.ts";
import type { Cell } from "../../spec/table.ts";
import { parseNumber } from "../number-text.ts";

/** How a column is shown and typed into: its declared kind, or what "auto" finds in it. */
export type ColumnKind = Exclude<Datatype, "auto">;

/** So many cells of a column say what it holds. */
const SAMPLE = 1000;

export function cellText(cell: unknown): string {
  switch (typeof cell) {
    case "string":
      return cell;
    case "number":
    case "bigint":
    case "boolean":
      return String(cell);
    default:
      return cell instanceof Date ? dateText(cell) : "";
  }
}

/** What is not of the column's kind stays the text it is, and is refused when a call is made with it. */
export function parseCell(text: string, kind: ColumnKind, isAuto: boolean): Cell {
  if (text === "") return null;
  if (kind === "number") return parseNumber(text);
  if (kind === "date") return toDate(text.trim()) ?? text;
  if (kind === "bool")
    return /^(true|yes|1)$/i.test(text.trim()) ? true : /^(false|no|0)$/i.test(text.trim()) ? false : text;
  // A number that is written otherwise than a number writes itself means something else: 007, +49, 1.10.
  return isAuto && String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Asked of each column at each edit, which changes one. */
const known = new WeakMap<readonly unknown[], ColumnKind>();

export function findKind(column: readonly unknown[]): ColumnKind {
  const before = known.get(column);
  if (before) return before;
  const kind = readKind(column);
  known.set(column, kind);
  return kind;
}

function readKind(column: readonly unknown[]): ColumnKind {
  let kind: ColumnKind | null = null;
  for (let row = 0; row < Math.min(SAMPLE, column.length); row++) {
    const cell = column[row];
    if (cell === null || cell === undefined || cell === "") continue;
    const its = kindOf(cell);
    if (kind !== null && kind !== its) return "str";
    kind = its;
  }
  return kind ?? "str";
}

function kindOf(cell: unknown): ColumnKind {
  if (typeof cell === "number" || typeof cell === "bigint") return "number";
  if (typeof cell === "boolean") return "bool";
  return cell instanceof Date ? "date" : "str";
}

/** A day alone for midnight, be it of UTC, as `new Date("2025-12-31")` is, or of here. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "Invalid Date";
  if (date.getTime() % 86_400_000 === 0) return date.toISOString().slice(0, 10);
  const here = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  if (here.endsWith("T00:00:00.000Z")) return here.slice(0, 10);
  return here.slice(0, here.endsWith(":00.000Z") ? 16 : here.endsWith(".000Z") ? 19 : 23).replace("T", " ");
}
