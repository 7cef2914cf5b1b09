// Where a person is in a grid: the selected cells, and the one that is being typed into.

import { createMemo, createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import { cellText, parseCell } from "./cell-text.ts";
import type { GridData } from "./grid-data.ts";
import { type Area, areaOf, clamp, type Position, type Selection } from "./selection.ts";

export interface Editing {
  /** As rows are seen; -1 for the name of the column. */
  readonly row: number;
  readonly column: number;
  /** What the field holds at first: the cell's text, or nothing if what is typed replaces it. */
  readonly text: string;
}

export interface GridCursor {
  /** The cell that keys act on; null until there is one. */
  readonly head: Accessor<Position | null>;
  readonly area: Accessor<Area | null>;
  select(to: Position, options?: { readonly extend?: boolean }): void;
  selectArea(anchor: Position, head: Position): void;
  readonly editing: Accessor<Editing | null>;
  /** `replace`: what is typed takes the place of what is there. Does nothing where nothing can be edited. */
  edit(at: Position, options?: { readonly replace?: boolean }): void;
  /** Takes over what was typed. */
  commit(text: string): void;
  cancel(): void;
}

export function createGridCursor(data: GridData, options: { onSelect(at: Position): void }): GridCursor {
  const [selection, setSelection] = createSignal<Selection | null>(null);
  const [editing, setEditing] = createSignal<Editing | null>(null);
  const bounds = () => ({ rows: data.rows(), columns: data.table().columns.length });
  // The table may have become smaller meanwhile.
  const clamped = createMemo(() => {
    const selected = selection();
    const anchor = selected && clamp(selected.anchor, bounds());
    const head = selected && clamp(selected.head, bounds());
    return anchor && head ? { anchor, head } : null;
  });

  function selectArea(anchor: Position, to: Position): void {
    const before = clamped()?.head;
    setSelection({ anchor, head: to });
    const head = clamped()?.head;
    if (head && head.row >= 0 && (head.row !== before?.row || head.column !== before.column)) options.onSelect(head);
  }

  return {
    head: () => clamped()?.head ?? null,
    area: createMemo(() => {
      const selected = clamped();
      return selected && areaOf(selected);
    }),
    select(to, { extend = false } = {}) {
      selectArea(extend ? (clamped()?.anchor ?? to) : to, to);
    },
    selectArea,
    editing,
    edit({ row, column }, { replace = false } = {}) {
      const isHeader = row < 0;
      const isCheck = !isHeader && data.kind(column) === "bool";
      if (isHeader ? !canRename(data) : !data.canEdit(column) || isCheck) return;
      const text = isHeader ? (data.table().headers[column] ?? "") : cellText(data.cellAt(row, column));
      setEditing({ row, column, text: replace ? "" : text });
    },
    commit(text) {
      const at = editing();
      if (!at) return;
      setEditing(null);
      if (at.row < 0) return data.renameColumn(at.column, text);
      // What was only looked at stays what it is, be it a text or a number.
      if (text === cellText(data.cellAt(at.row, at.column))) return;
      const cell = parseCell(text, data.kind(at.column), data.isAuto(at.column));
      data.setCells([{ row: data.rowAt(at.row), column: at.column, cell }]);
    },
    cancel: () => void setEditing(null),
  };
}

/** As in Gradio: where columns can be added, they can be named. */
export function canRename(data: GridData): boolean {
  return data.editable() && (data.room().columns > 0 || data.spare().columns > 0);
}
