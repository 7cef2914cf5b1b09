// Under a grid: how much there is, and what adds to it and takes from it.

import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { GridView } from "./grid-view.ts";
import { rowCount } from "../../spec/table.ts";

export function GridFoot(props: { readonly grid: GridView }): JSX.Element {
  const { data, cursor, layout, focus } = props.grid;
  const total = () => rowCount(data.table());
  const size = () => {
    const seen = data.rows() < total() ? `${count(data.rows())} of ` : "";
    const far = layout.reachable() < data.rows() ? `, the first ${count(layout.reachable())} shown` : "";
    return `${seen}${count(total())} ${total() === 1 ? "row" : "rows"}${far}`;
  };
  const selectedRows = () => {
    const area = cursor.area();
    return area && area.bottom >= 0
      ? Array.from({ length: area.bottom - Math.max(0, area.top) + 1 }, (_, i) => Math.max(0, area.top) + i)
      : [];
  };
  const act = (action: () => void) => {
    action();
    focus();
  };
  return (
    <div class="df-foot">
      <span>{size()}</span>
      <Show when={data.editable()}>
        <span class="space" />
        <Show when={data.spare().rows > 0 && selectedRows().length > 0 && selectedRows().length <= data.spare().rows}>
          <button type="button" class="df-action" onClick={() => act(() => data.deleteRows(selectedRows()))}>
            {selectedRows().length === 1 ? "Delete row" : `Delete ${count(selectedRows().length)} rows`}
          </button>
        </Show>
        <Show when={data.room().columns > 0}>
          <button
            type="button"
            class="df-action"
            onClick={() =>
              act(() => {
                data.insertColumn(data.table().columns.length);
                cursor.select({ row: -1, column: data.table().columns.length - 1 });
              })
            }
          >
            Add column
          </button>
        </Show>
        <Show when={data.room().rows > 0}>
          <button
            type="button"
            class="df-action"
            onClick={() =>
              act(() => {
                data.insertRows(data.rows(), 1);
                cursor.select({ row: data.rows() - 1, column: cursor.head()?.column ?? 0 });
              })
            }
          >
            Add row
          </button>
        </Show>
      </Show>
    </div>
  );
}

function count(number: number): string {
  return number.toLocaleString("en");
}
