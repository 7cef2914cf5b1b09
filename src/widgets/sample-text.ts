// What is shown of a value where there is room for a few words.

import { isTable, type Table } from "../spec/table.ts";

const mostChars = 60;

/** "" for nothing. */
export function sampleText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return shorten(value.replaceAll(/\s+/g, " ").trim());
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      return value === null ? "" : shorten(textOfObject(value));
    default:
      return "";
  }
}

function textOfObject(value: object): string {
  if (value instanceof File) return value.name;
  if (value instanceof Blob) return value.type || "a file";
  if (value instanceof Date) return value.toISOString();
  if (isTable(value)) return textOfTable(value);
  if (Array.isArray(value)) return value.slice(0, mostChars).map(sampleText).join(", ");
  if (value instanceof Map) return textOfObject(Object.fromEntries(value));
  if (value instanceof Set) return textOfObject([...value]);
  return Object.entries(value)
    .slice(0, mostChars)
    .map(([key, held]) => `${key}: ${sampleText(held)}`)
    .join(", ");
}

/** Row by row, as a person reads it. */
function textOfTable({ columns }: Table): string {
  const rows = (columns[0] ?? []).slice(0, mostChars);
  return rows.map((_, row) => sampleText(columns.map((column) => column[row]))).join("; ");
}

function shorten(text: string): string {
  return text.length <= mostChars ? text : `${text.slice(0, mostChars - 1)}…`;
}
