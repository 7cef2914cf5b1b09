// Flagged calls as a table: for people, for assistive tools, and as CSV as Gradio writes it.

import type { FlaggedCall } from "../drafts/flag-log.ts";

export interface FlagTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The columns of all calls, in the order in which they come up: an app may have changed meanwhile. */
export function toFlagTable(calls: readonly FlaggedCall[]): FlagTable {
  const headers: string[] = [];
  for (const { cells } of calls) {
    for (const header of cellHeaders(cells)) if (!headers.includes(header)) headers.push(header);
  }
  const rows = calls.map(({ cells, option, timeMs }) => {
    const named = new Map(cellHeaders(cells).map((header, index) => [header, toText(cells[index]?.value)]));
    return [...headers.map((header) => named.get(header) ?? ""), option, new Date(timeMs).toISOString()];
  });
  return { headers: [...headers, "flag", "timestamp"], rows };
}

export function toCsv({ headers, rows }: FlagTable): string {
  return [headers, ...rows].map((row) => row.map(toCell).join(",")).join("\r\n");
}

/** Several components may have one label. */
function cellHeaders(cells: FlaggedCall["cells"]): string[] {
  return cells.map(({ label }, index) => {
    const before = cells.slice(0, index).filter((cell) => cell.label === label).length;
    return before === 0 ? label : `${label} (${before + 1})`;
  });
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof File) return value.name;
  if (value instanceof Blob) return `${value.type || "file"}, ${value.size.toLocaleString("en")} bytes`;
  return JSON.stringify(value, jsonValue) ?? "";
}

/** What JSON has no form for. */
function jsonValue(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Blob) return toText(value);
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}

/** A spreadsheet takes a text that begins so for a formula: with an apostrophe it is the text that it looks like. */
const formula = /^[=+\-@\t\r]/;

function toCell(text: string): string {
  const safe = formula.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
