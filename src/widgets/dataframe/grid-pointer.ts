// The pointer in a grid: a press selects a cell, a drag with the mouse several, a second press on the same cell edits it. A
// finger drags to scroll.

import type { GridView } from "./grid-view.ts";
import { sortBy } from "./grid-keys.ts";
import { inArea, type Position } from "./selection.ts";

export interface GridPointer {
  down(event: PointerEvent): void;
  move(event: PointerEvent): void;
  click(event: MouseEvent): void;
  doubleClick(event: MouseEvent): void;
  cellOf(event: Event): Position | null;
  /** Selects the cell under the pointer, unless it is among those that are selected. */
  selectUnder(event: Event): void;
}

export function createPointer({ cursor, data, focus }: GridView): GridPointer {
  /** Whether the cell was the one that keys act on before it was pressed. */
  let wasActive = false;

  function isActive({ row, column }: Position): boolean {
    const head = cursor.head();
    return head?.row === row && head.column === column;
  }

  return {
    down(event) {
      const cell = cellOf(event);
      if (!cell || event.button !== 0) return;
      wasActive = isActive(cell);
      if (event.pointerType !== "mouse" || isControl(event)) return;
      // The grid keeps the focus, and no text is selected.
      event.preventDefault();
      focus();
      if (cell.row >= 0) cursor.select(cell, { extend: event.shiftKey });
    },
    move(event) {
      if (event.pointerType !== "mouse" || event.buttons !== 1 || cursor.editing()) return;
      const cell = cellOf(event);
      if (cell && cell.row >= 0 && !isActive(cell)) cursor.select(cell, { extend: true });
    },
    click(event) {
      const cell = cellOf(event);
      if (!cell) return;
      const isTouch = event instanceof PointerEvent && event.pointerType !== "mouse";
      if (isTouch || isControl(event)) cursor.select(cell);
      if (cell.row < 0) {
        cursor.select(cell);
        sortBy(data, cell.column, event.shiftKey);
      } else if (isTouch && wasActive && !isControl(event)) cursor.edit(cell);
      if (isTouch && !cursor.editing()) focus();
    },
    doubleClick(event) {
      const cell = cellOf(event);
      if (cell && cell.row >= 0 && !isControl(event)) cursor.edit(cell);
    },
    cellOf,
    selectUnder(event) {
      const cell = cellOf(event);
      const area = cursor.area();
      if (cell && !(area && inArea(area, cell.row, cell.column))) cursor.select(cell);
    },
  };
}

function cellOf(event: Event): Position | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
  return cell ? { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) } : null;
}

/** Check boxes, links and the field that is typed into do what they do. */
function isControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest("label, a, textarea") !== null;
}
