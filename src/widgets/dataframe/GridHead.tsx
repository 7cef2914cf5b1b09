// The head of a grid: names of columns, which sort, and fields that filter.

import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { CellEditor } from "./CellEditor.tsx";
import { moveOn } from "./grid-keys.ts";
import type { GridView } from "./grid-view.ts";
import { inArea } from "./selection.ts";

interface GridHeadProps {
  readonly grid: GridView;
  readonly filters: boolean;
}

export function GridHead(props: GridHeadProps): JSX.Element {
  const { layout } = props.grid;
  const columns = () => [...layout.pinned(), ...layout.scrolled()];
  return (
    <div role="rowgroup" class="df-head" style={{ width: `${layout.width()}px` }}>
      <div role="row" aria-rowindex={1} class="df-row">
        <Show when={layout.gutter() > 0}>
          <div role="columnheader" aria-colindex={1} class="df-corner" style={{ width: `${layout.gutter()}px` }}>
            <span class="unseen">Row</span>
          </div>
        </Show>
        <For each={columns()}>{(column) => <HeadCell grid={props.grid} column={column} />}</For>
      </div>
      <Show when={props.filters}>
        <div role="row" aria-rowindex={2} class="df-row df-filters">
          <Show when={layout.gutter() > 0}>
            <div role="gridcell" aria-colindex={1} class="df-corner" style={{ width: `${layout.gutter()}px` }} />
          </Show>
          <For each={columns()}>{(column) => <FilterCell grid={props.grid} column={column} />}</For>
        </div>
      </Show>
    </div>
  );
}

function HeadCell(props: { readonly grid: GridView; readonly column: number }): JSX.Element {
  const { data, cursor } = props.grid;
  const name = () => data.table().headers[props.column] ?? "";
  const position = () => data.sort().findIndex(({ column }) => column === props.column);
  const direction = () => {
    const key = data.sort()[position()];
    return key ? (key.descending ? "descending" : "ascending") : undefined;
  };
  const isEditing = () => cursor.editing()?.row === -1 && cursor.editing()?.column === props.column;
  const active = () => cursor.head()?.row === -1 && cursor.head()?.column === props.column;
  const selected = () => {
    const area = cursor.area();
    return area !== null && inArea(area, -1, props.column);
  };
  return (
    <div
      role="columnheader"
      id={props.grid.cellId(-1, props.column)}
      aria-colindex={props.grid.colIndex(props.column)}
      aria-sort={direction()}
      aria-selected={selected()}
      data-row={-1}
      data-column={props.column}
      class="df-cell"
      classList={{ numeric: data.kind(props.column) === "number", active: active(), selected: selected() }}
      style={props.grid.place(props.column)}
      title={name()}
    >
      <span class="df-text" dir="auto">
        {name()}
      </span>
      <Show when={direction()}>
        <span
          class="df-arrow"
          classList={{ down: direction() === "descending" }}
          data-place={data.sort().length > 1 ? position() + 1 : undefined}
        />
      </Show>
      <Show when={isEditing() && cursor.editing()}>
        {(editing) => (
          <CellEditor
            text={editing().text}
            label={`Name of column ${props.column + 1}`}
            numeric={false}
            onCommit={(text) => {
              cursor.commit(text);
              props.grid.focus();
            }}
            onCancel={() => {
              cursor.cancel();
              props.grid.focus();
            }}
            onMove={(key, backwards) => moveOn(cursor, key, backwards)}
          />
        )}
      </Show>
    </div>
  );
}

function FilterCell(props: { readonly grid: GridView; readonly column: number }): JSX.Element {
  const { data } = props.grid;
  return (
    <div
      role="gridcell"
      aria-colindex={props.grid.colIndex(props.column)}
      class="df-cell"
      style={props.grid.place(props.column)}
    >
      <input
        class="df-filter"
        aria-label={`Filter ${data.table().headers[props.column] ?? ""}`}
        placeholder="Filter"
        title={data.kind(props.column) === "number" ? "A number, or >5, <=5, 1..5" : "A text that is contained"}
        value={data.filter(props.column)}
        onInput={(event) => data.setFilter(props.column, event.currentTarget.value)}
      />
    </div>
  );
}
