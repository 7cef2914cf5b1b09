// One cell of a grid: its text, check box or formatted text, and over it the field while it is typed into.

import { createResource, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { toTyped } from "../../spec/frame.ts";
import type { Cell } from "../../spec/table.ts";
import { CellEditor } from "./CellEditor.tsx";
import { cellText } from "./cell-text.ts";
import type { GridView } from "./grid-view.ts";
import { moveOn, toggle } from "./grid-keys.ts";
import { inArea } from "./selection.ts";

/** No more of a text is laid out. */
const MAX_CHARS = 10_000;

interface GridCellProps {
  readonly grid: GridView;
  readonly row: number;
  readonly column: number;
}

export function GridCell(props: GridCellProps): JSX.Element {
  const { data, cursor } = props.grid;
  const cell = () => data.cellAt(props.row, props.column);
  const kind = () => data.kind(props.column);
  const isEditing = () => {
    const at = cursor.editing();
    return at?.row === props.row && at.column === props.column;
  };
  const selected = () => {
    const area = cursor.area();
    return area !== null && inArea(area, props.row, props.column);
  };
  const active = () => cursor.head()?.row === props.row && cursor.head()?.column === props.column;
  const invalid = () => !data.isAuto(props.column) && toTyped(cell() as Cell, kind()) === undefined;
  return (
    <div
      role="gridcell"
      id={props.grid.cellId(props.row, props.column)}
      aria-colindex={props.grid.colIndex(props.column)}
      aria-selected={selected()}
      aria-readonly={props.grid.data.editable() && !data.canEdit(props.column) ? true : undefined}
      aria-invalid={invalid() ? true : undefined}
      data-row={props.row}
      data-column={props.column}
      class="df-cell"
      classList={{
        numeric: kind() === "number",
        selected: selected(),
        active: active(),
        editing: isEditing(),
        fixed: data.editable() && !data.canEdit(props.column),
      }}
      style={props.grid.place(props.column)}
    >
      <Switch fallback={<PlainText text={cellText(cell())} maxChars={props.grid.maxChars()} />}>
        <Match when={kind() === "bool" && typeof cell() !== "string"}>
          <Check grid={props.grid} row={props.row} column={props.column} checked={cell() === true} />
        </Match>
        <Match when={kind() === "markdown" || kind() === "html"}>
          <RichText text={cellText(cell())} kind={kind() === "html" ? "html" : "markdown"} />
        </Match>
      </Switch>
      <Show when={isEditing() && cursor.editing()}>
        {(editing) => (
          <CellEditor
            text={editing().text}
            label={`${data.table().headers[props.column] ?? ""}, row ${data.rowAt(props.row) + 1}`}
            numeric={kind() === "number"}
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

function PlainText(props: { readonly text: string; readonly maxChars: number | null }): JSX.Element {
  const limit = () => Math.min(MAX_CHARS, props.maxChars ?? MAX_CHARS);
  return (
    <span class="df-text" dir="auto">
      {props.text.length > limit() ? `${props.text.slice(0, limit())}…` : props.text}
    </span>
  );
}

/** The keyboard toggles it from its cell. */
function Check(props: GridCellProps & { readonly checked: boolean }): JSX.Element {
  const { data } = props.grid;
  return (
    <Show
      when={data.canEdit(props.column)}
      fallback={
        <span class="df-tick" classList={{ on: props.checked }}>
          <span class="unseen">{String(props.checked)}</span>
        </span>
      }
    >
      {/* A target for fingers. */}
      <label class="df-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`${data.table().headers[props.column] ?? ""}, row ${data.rowAt(props.row) + 1}`}
          checked={props.checked}
          onChange={() => toggle(data, { row: props.row, column: props.column })}
        />
      </label>
    </Show>
  );
}

/** Until what formats it has come, the text stands there as it is. */
function RichText(props: { readonly text: string; readonly kind: "markdown" | "html" }): JSX.Element {
  const [content] = createResource(
    () => ({ text: props.text.slice(0, MAX_CHARS), kind: props.kind }),
    async ({ text, kind }) => (await import("./rich-text.ts")).renderCell(text, kind),
  );
  return (
    <span class="df-text df-rich" dir="auto">
      {content.latest ?? props.text.slice(0, MAX_CHARS)}
    </span>
  );
}
