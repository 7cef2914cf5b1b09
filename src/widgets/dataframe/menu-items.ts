// What can be done with the rows and columns that are selected.

import { canRename } from "./grid-cursor.ts";
import type { GridView } from "./grid-view.ts";
import type { MenuItem } from "./GridMenu.tsx";

export function menuItems({ data, cursor }: GridView): MenuItem[] {
  const [head, area] = [cursor.head(), cursor.area()];
  if (!head || !area) return [];
  const { column } = head;
  const sorting: MenuItem[] = [
    { name: "Sort ascending", run: () => data.setSort([{ column, descending: false }]) },
    { name: "Sort descending", run: () => data.setSort([{ column, descending: true }]) },
    { name: "Do not sort", disabled: data.sort().length === 0, run: () => data.setSort([]) },
  ];
  if (!data.editable()) return sorting;
  return [...(head.row < 0 ? sorting : rowItems(data, area)), ...columnItems(data, cursor, column)];
}

function rowItems(data: GridView["data"], area: { readonly top: number; readonly bottom: number }): MenuItem[] {
  const count = area.bottom - area.top + 1;
  const noRoom = data.room().rows < 1;
  if (noRoom && data.spare().rows < 1) return [];
  return [
    { name: "Insert row above", disabled: noRoom, run: () => data.insertRows(area.top, 1) },
    { name: "Insert row below", disabled: noRoom, run: () => data.insertRows(area.bottom + 1, 1) },
    {
      name: count === 1 ? "Delete row" : `Delete ${count} rows`,
      disabled: data.spare().rows < count,
      run: () => data.deleteRows(Array.from({ length: count }, (_, i) => area.top + i)),
    },
  ];
}

function columnItems(data: GridView["data"], cursor: GridView["cursor"], column: number): MenuItem[] {
  if (!canRename(data)) return [];
  const noRoom = data.room().columns < 1;
  return [
    { name: "Rename column", run: () => cursor.edit({ row: -1, column }) },
    { name: "Insert column left", disabled: noRoom, run: () => data.insertColumn(column) },
    { name: "Insert column right", disabled: noRoom, run: () => data.insertColumn(column + 1) },
    { name: "Delete column", disabled: data.spare().columns < 1, run: () => data.deleteColumn(column) },
  ];
}
