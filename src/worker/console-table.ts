// console.table as text: rows of an array, Map or object, columns by the keys of the rows.

import { inspect, lineLimits } from "./inspect.ts";

const maxRows = 100;
const maxColumns = 20;
const cellLimits = { ...lineLimits, depth: 1, chars: 40 };

/** null for what is no table. */
export function consoleTable(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const rows = entries.slice(0, maxRows).map(([name, row]: [unknown, unknown]) => ({ name: String(name), row }));
  const keys = new Set(rows.flatMap(({ row }) => (isRow(row) ? Object.keys(row) : [])));
  const columns = [...keys].slice(0, maxColumns);
  const plain = rows.some(({ row }) => !isRow(row));
  const head = ["(index)", ...columns, ...(plain ? ["Value"] : [])];
  const body = rows.map(({ name, row }) => [
    name,
    ...columns.map((column) => (isRow(row) && Object.hasOwn(row, column) ? cell(row[column]) : "")),
    ...(plain ? [isRow(row) ? "" : cell(row)] : []),
  ]);
  const lines = layOut([head, ...body]);
  if (entries.length > maxRows) lines.push(`… ${entries.length - maxRows} more rows`);
  return lines.join("\n");
}

function layOut(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join(" │ ")
      .trimEnd();
  const [head = [], ...body] = table;
  return [line(head), widths.map((width) => "─".repeat(width)).join("─┼─"), ...body.map(line)];
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

function cell(value: unknown): string {
  return typeof value === "string" ? value.slice(0, cellLimits.chars) : inspect(value, cellLimits);
}
