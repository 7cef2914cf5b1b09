// What the parts of a grid share: its data, where a person is in it, and where things are drawn.

import type { JSX } from "solid-js";
import { numberProp } from "../component-props.ts";
import type { WidgetProps } from "../widget.ts";
import type { GridCursor } from "./grid-cursor.ts";
import type { GridData } from "./grid-data.ts";
import type { GridLayout } from "./grid-layout.ts";

export interface GridView {
  readonly data: GridData;
  readonly cursor: GridCursor;
  readonly layout: GridLayout;
  cellId(row: number, column: number): string;
  /** As assistive tools count: from 1, row numbers included. */
  colIndex(column: number): number;
  maxChars(): number | null;
  /** Of a cell in its row. */
  place(column: number): JSX.CSSProperties;
  focus(): void;
}

export function createGridView(
  id: string,
  widget: WidgetProps,
  parts: Pick<GridView, "data" | "cursor" | "layout" | "focus">,
): GridView {
  const { layout } = parts;
  return {
    ...parts,
    cellId: (row, column) => `${id}-${row}-${column}`,
    colIndex: (column) => column + (layout.gutter() > 0 ? 2 : 1),
    maxChars: () => numberProp(widget.component, "maxChars"),
    place(column) {
      const width = { width: `${layout.left(column + 1) - layout.left(column)}px` };
      if (column < layout.pinned().length) {
        return { ...width, position: "sticky", "inset-inline-start": `${layout.left(column)}px` };
      }
      const pinnedEnd = layout.left(layout.pinned().length);
      // The first that is drawn leaves the room of those before it.
      return column === layout.scrolled()[0]
        ? { ...width, "margin-inline-start": `${layout.left(column) - pinnedEnd}px` }
        : width;
    },
  };
}
