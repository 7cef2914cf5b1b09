// The grid itself: a spreadsheet that draws what is in sight. The focus stays on it, and names the cell that keys act on, so
// that scrolling a cell away loses nothing.

import { createEffect, createSignal, createUniqueId, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { labelId } from "../Field.tsx";
import type { WidgetProps } from "../widget.ts";
import { copyCells, clearCells, pasteCells } from "./grid-clipboard.ts";
import { createGridCursor } from "./grid-cursor.ts";
import type { GridData } from "./grid-data.ts";
import { pressKey } from "./grid-keys.ts";
import { createGridLayout } from "./grid-layout.ts";
import { createGridView } from "./grid-view.ts";
import { GridCell } from "./GridCell.tsx";
import { GridFoot } from "./GridFoot.tsx";
import { GridHead } from "./GridHead.tsx";
import { GridMenu } from "./GridMenu.tsx";
import { menuItems } from "./menu-items.ts";
import { createPointer } from "./grid-pointer.ts";

interface GridProps {
  readonly id: string;
  readonly widget: WidgetProps;
  readonly data: GridData;
  readonly describedBy: string | undefined;
}

export function Grid(props: GridProps): JSX.Element {
  let grid: HTMLDivElement | undefined;
  const { data } = props;
  const [menu, setMenu] = createSignal<{ readonly x: number; readonly y: number } | null>(null);
  const hasFilters = () => props.widget.component.props["showSearch"] === "filter";
  const headRows = () => (hasFilters() ? 2 : 1);
  const layout = createGridLayout(props.widget, data, headRows);
  const cursor = createGridCursor(data, {
    onSelect({ row, column }) {
      const rowValue = data.table().columns.map((_, each) => data.cellAt(row, each));
      const index = [data.rowAt(row), column];
      props.widget.onEvent("select", { index, value: rowValue[column], rowValue, selected: true });
    },
  });
  const focus = () => grid?.focus({ preventScroll: true });
  const view = createGridView(createUniqueId(), props.widget, { data, cursor, layout, focus });
  const pointer = createPointer(view);
  /** An output that nothing was put out for, or a table without columns. */
  const isEmpty = () => data.table().columns.length === 0 && !data.editable();
  const isWrapped = () => props.widget.component.props["wrap"] === true;
  const keys = {
    data,
    cursor,
    page: layout.page,
    openMenu() {
      const at = cursor.head();
      const cell = at && document.getElementById(view.cellId(at.row, at.column))?.getBoundingClientRect();
      if (cell) setMenu({ x: cell.left, y: cell.bottom });
    },
  };
  createEffect(on(cursor.head, (head) => head && layout.scrollTo(head), { defer: true }));

  return (
    <div class="df" classList={{ wrapped: isWrapped(), "read-only": !data.editable(), empty: isEmpty() }}>
      <div
        ref={(element) => {
          grid = element;
          layout.attach(element);
        }}
        id={props.id}
        class="df-grid"
        role="grid"
        tabIndex={0}
        style={{ "--df-row": `${layout.rowHeight()}px`, "max-height": `${layout.maxHeight()}px` }}
        aria-labelledby={labelId(props.id)}
        aria-describedby={props.describedBy}
        aria-rowcount={data.rows() + headRows()}
        aria-colcount={view.colIndex(data.table().columns.length - 1)}
        aria-multiselectable="true"
        aria-readonly={!data.editable()}
        aria-activedescendant={activeId()}
        onFocus={() => {
          if (!cursor.head()) cursor.select({ row: Math.min(0, data.rows() - 1), column: 0 });
        }}
        onScroll={layout.onScroll}
        onKeyDown={(event) => {
          if (event.target !== grid || event.isComposing) return;
          if (pressKey(event, keys)) event.preventDefault();
        }}
        onWheel={layout.release}
        onTouchMove={layout.release}
        onPointerDown={(event) => {
          layout.release();
          pointer.down(event);
        }}
        onPointerMove={pointer.move}
        onClick={pointer.click}
        onDblClick={pointer.doubleClick}
        onContextMenu={(event) => {
          if (!pointer.cellOf(event) || items().length === 0) return;
          event.preventDefault();
          pointer.selectUnder(event);
          setMenu({ x: event.clientX, y: event.clientY });
        }}
        onCopy={(event) => copy(event)}
        onCut={(event) => {
          const area = cursor.area();
          if (copy(event) && area && data.editable()) clearCells(data, area);
        }}
        onPaste={(event) => {
          if (event.target !== grid || !event.clipboardData || !data.editable()) return;
          event.preventDefault();
          pasteCells(data, cursor, event.clipboardData.getData("text/plain"));
        }}
      >
        <Show when={data.table().columns.length > 0}>
          <GridHead grid={view} filters={hasFilters()} />
        </Show>
        <div
          role="rowgroup"
          class="df-body"
          style={{
            width: `${layout.width()}px`,
            "padding-top": `${layout.space().above}px`,
            "padding-bottom": `${layout.space().below}px`,
          }}
        >
          <For each={layout.rows()}>
            {(row) => (
              <div
                ref={(element) => {
                  if (isWrapped()) layout.measure(element, row);
                }}
                role="row"
                aria-rowindex={row + headRows() + 1}
                class="df-row"
              >
                <Show when={layout.gutter() > 0}>
                  <div role="rowheader" aria-colindex={1} class="df-corner" style={{ width: `${layout.gutter()}px` }}>
                    {(data.rowAt(row) + 1).toLocaleString("en")}
                  </div>
                </Show>
                <For each={layout.pinned()}>{(column) => <GridCell grid={view} row={row} column={column} />}</For>
                <For each={layout.scrolled()}>{(column) => <GridCell grid={view} row={row} column={column} />}</For>
              </div>
            )}
          </For>
        </div>
      </div>
      <Show when={!isEmpty()}>
        <GridFoot grid={view} />
      </Show>
      <Show when={menu()}>
        {(at) => (
          <GridMenu
            label="Cell"
            items={items()}
            at={at()}
            onClose={() => {
              setMenu(null);
              focus();
            }}
          />
        )}
      </Show>
    </div>
  );

  function activeId(): string | undefined {
    const head = cursor.head();
    if (!head) return undefined;
    const isDrawn =
      (head.row < 0 || layout.rows().includes(head.row)) &&
      (head.column < layout.pinned().length || layout.scrolled().includes(head.column));
    return isDrawn ? view.cellId(head.row, head.column) : undefined;
  }

  function items() {
    return menuItems(view);
  }

  function copy(event: ClipboardEvent): boolean {
    if (event.target !== grid) return false;
    const text = copyCells(data, cursor.area());
    if (text === null || !event.clipboardData) return false;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    return true;
  }
}
