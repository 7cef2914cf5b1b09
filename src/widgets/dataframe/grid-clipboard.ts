// Copying cells out of a grid and pasting others in, as spreadsheets do it.

import { cellText, parseCell } from "./cell-text.ts";
import type { GridCursor } from "./grid-cursor.ts";
import type { GridData } from "./grid-data.ts";
import type { Area } from "./selection.ts";
import type { CellChange } from "./table-edit.ts";
import { fromTsv, toTsv } from "./tsv.ts";

/** Beyond this the browser would be busy for long. */
const MAX_CELLS = 2_000_000;

/** The text of the selected cells as they are seen, or null if none are selected or too many. */
export function copyCells(data: GridData, area: Area | null): string | null {
  if (!area) return null;
  const { top, left, bottom, right } = area;
  if ((bottom - top + 1) * (right - left + 1) > MAX_CELLS) return null;
  const text = (row: number, column: number) =>
    row < 0 ? (data.table().headers[column] ?? "") : cellText(data.cellAt(row, column));
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (__, j) => text(top + i, left + j)),
  );
  return toTsv(rows);
}

/** Empties the cells of an area. */
export function clearCells(data: GridData, area: Area): void {
  fill(data, area, () => "");
}

/**
 * Puts a text of cells where the selection begins, and selects them. A single cell fills the whole selection. Rows that lack
 * are added, as far as there may be any; columns are not.
 */
export function pasteCells(data: GridData, cursor: GridCursor, text: string): void {
  const area = cursor.area();
  if (!area || !data.editable()) return;
  const cells = fromTsv(text);
  const only = cells.length === 1 && cells[0]?.length === 1 ? (cells[0][0] ?? "") : null;
  if (only !== null) return fill(data, area, () => only);
  const top = Math.max(0, area.top);
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const missing = Math.min(top + cells.length - data.rows(), data.room().rows);
  if (missing > 0) data.insertRows(data.rows(), missing);
  const target = {
    top,
    left: area.left,
    bottom: Math.min(top + cells.length, data.rows()) - 1,
    right: Math.min(area.left + width, data.table().columns.length) - 1,
  };
  fill(data, target, (row, column) => cells[row - top]?.[column - area.left]);
  cursor.selectArea({ row: target.bottom, column: target.right }, { row: target.top, column: target.left });
}

/** Where `textAt` gives nothing, cells stay. */
function fill(data: GridData, area: Area, textAt: (row: number, column: number) => string | undefined): void {
  const changes: CellChange[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const [kind, isAuto] = [data.kind(column), data.isAuto(column)];
    for (let row = Math.max(0, area.top); row <= area.bottom; row++) {
      const text = textAt(row, column);
      if (text !== undefined) changes.push({ row: data.rowAt(row), column, cell: parseCell(text, kind, isAuto) });
    }
  }
  data.setCells(changes);
}
