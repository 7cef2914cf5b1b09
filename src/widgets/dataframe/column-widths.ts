// How wide each column is: as declared, or as its name and its first cells need, and stretched where there is room.

import type { Table } from "../../spec/table.ts";
import { cellText } from "./cell-text.ts";

/** So many cells say how wide a column is; the others are cut off. */
const SAMPLE = 60;
const NARROWEST = 64;
const WIDEST = 340;
const PADDING = 22;
/** For the arrow that sorts. */
const HEADER_ROOM = 20;

/** Pixels of the texts themselves. `measure` gives those of one. */
export function contentWidths({ headers, columns }: Table, measure: (text: string) => number): number[] {
  return columns.map((column, index) => {
    let width = measure(headers[index] ?? "") + HEADER_ROOM;
    for (let row = 0; row < Math.min(SAMPLE, column.length); row++) {
      width = Math.max(width, measure(cellText(column[row]).slice(0, 80)));
    }
    return Math.round(Math.max(NARROWEST, Math.min(WIDEST, width + PADDING)));
  });
}

/** `declared`: as in the component's columnWidths, null where nothing is said. `room`: what the table has. */
export function columnWidths(content: readonly number[], declared: readonly unknown[], room: number): number[] {
  const fixed = content.map((_, index) => toPixels(declared[index], room));
  const widths = content.map((width, index) => fixed[index] ?? width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const elastic = content.reduce((sum, width, index) => (fixed[index] === null ? sum + width : sum), 0);
  if (total >= room || elastic === 0) return widths;
  const factor = (room - total) / elastic;
  return widths.map((width, index) => (fixed[index] === null ? width * (1 + factor) : width));
}

function toPixels(width: unknown, room: number): number | null {
  const number = typeof width === "string" ? Number.parseFloat(width) : width;
  if (typeof number !== "number" || !Number.isFinite(number)) return null;
  const pixels = typeof width === "string" && width.endsWith("%") ? (number / 100) * room : number;
  return Math.max(24, Math.min(2000, pixels));
}
