// The keys of a grid, as in a spreadsheet and in the ARIA pattern: arrows move, Shift extends, Enter and F2 edit, a
// character replaces. Tab leaves the grid, unless a cell is being typed into.

import { clearCells } from "./grid-clipboard.ts";
import type { GridCursor } from "./grid-cursor.ts";
import type { GridData } from "./grid-data.ts";
import { move, type Position } from "./selection.ts";
import type { SortKey } from "./view-order.ts";

export interface GridKeys {
  readonly data: GridData;
  readonly cursor: GridCursor;
  /** Rows that fit. */
  page(): number;
  openMenu(at: Position): void;
}

/** Whether the key did something here. */
export function pressKey(event: KeyboardEvent, keys: GridKeys): boolean {
  const { data, cursor } = keys;
  const bounds = { rows: data.rows(), columns: data.table().columns.length };
  const head = cursor.head() ?? { row: Math.min(0, bounds.rows - 1), column: 0 };
  const far = event.ctrlKey || event.metaKey;
  const isMenu = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
  if (isMenu || (event.altKey && event.key === "ArrowDown")) {
    keys.openMenu(head);
    return true;
  }
  if (event.altKey) return false;
  const to = move(head, event.key, { far, page: keys.page(), bounds });
  if (to) {
    cursor.select(to, { extend: event.shiftKey });
    return true;
  }
  return far ? pressCommand(event, keys) : pressPlain(event, keys, head);
}

/** Enter in a cell that is being typed into, or Tab: on to the next one. */
export function moveOn(cursor: GridCursor, key: "Enter" | "Tab", backwards: boolean): void {
  const head = cursor.head();
  if (!head) return;
  const step = backwards ? -1 : 1;
  cursor.select(key === "Enter" ? { ...head, row: head.row + step } : { ...head, column: head.column + step });
}

export function sortBy(data: GridData, column: number, add: boolean): void {
  const before = data.sort().find((key) => key.column === column);
  const next: SortKey[] = before?.descending ? [] : [{ column, descending: before !== undefined }];
  data.setSort(add ? [...data.sort().filter((key) => key.column !== column), ...next] : next);
}

export function toggle(data: GridData, { row, column }: Position): void {
  data.setCells([{ row: data.rowAt(row), column, cell: data.cellAt(row, column) !== true }]);
}

function pressCommand(event: KeyboardEvent, { data, cursor }: GridKeys): boolean {
  switch (event.key.toLowerCase()) {
    case "a":
      cursor.selectArea({ row: data.rows() - 1, column: data.table().columns.length - 1 }, { row: 0, column: 0 });
      return true;
    case "z":
      if (event.shiftKey) data.redo();
      else data.undo();
      return true;
    case "y":
      data.redo();
      return true;
    default:
      return false;
  }
}

function pressPlain(event: KeyboardEvent, { data, cursor }: GridKeys, head: Position): boolean {
  const isHeader = head.row < 0;
  const isCheck = !isHeader && data.kind(head.column) === "bool" && data.canEdit(head.column);
  switch (event.key) {
    case "Enter":
      if (isHeader) sortBy(data, head.column, event.shiftKey);
      else if (isCheck) toggle(data, head);
      else cursor.edit(head);
      return true;
    case "F2":
      cursor.edit(head);
      return true;
    case "Delete":
    case "Backspace": {
      const area = cursor.area();
      if (area && data.editable()) clearCells(data, area);
      return true;
    }
    case "Escape":
      // One cell stays selected; with nothing to give up, the key is somebody else's.
      if (!spansSeveral(cursor)) return false;
      cursor.select(head);
      return true;
    case " ":
      if (isHeader) sortBy(data, head.column, event.shiftKey);
      else if (isCheck) toggle(data, head);
      else cursor.edit(head, { replace: true });
      return isHeader || isCheck || cursor.editing() === null;
    default:
      // The key itself goes on into the field that opens; so does what an input method begins.
      if (!isHeader && (event.key.length === 1 || event.key === "Process")) cursor.edit(head, { replace: true });
      return false;
  }
}

function spansSeveral(cursor: GridCursor): boolean {
  const area = cursor.area();
  return area !== null && (area.top !== area.bottom || area.left !== area.right);
}
