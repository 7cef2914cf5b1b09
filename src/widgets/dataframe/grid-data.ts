// The table that a grid shows and what a person does to it: edits with undo, sorting, searching. What is sorted or searched
// for changes the view alone; an edit gives the shell another table.

import { batch, createComputed, createMemo, createSignal, on, untrack } from "solid-js";
import type { Accessor } from "solid-js";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { columnLimits, datatypeOf, rowLimits, toFrame } from "../../spec/frame.ts";
import { isTable, rowCount, type Table } from "../../spec/table.ts";
import type { WidgetProps } from "../widget.ts";
import { type ColumnKind, findKind } from "./cell-text.ts";
import { deleteColumn, deleteRows, insertColumn, insertRows, renameColumn, setCells } from "./table-edit.ts";
import type { CellChange } from "./table-edit.ts";
import { orderWithoutRows, orderWithRows, type SortKey, viewOrder } from "./view-order.ts";

/** Steps back; each keeps the columns that it changed. */
const MAX_UNDO = 50;

export interface GridData {
  readonly table: Accessor<Table>;
  /** The same, but for edits of single cells: for what need not follow those. */
  readonly wholeTable: Accessor<Table>;
  /** Rows that are seen. */
  readonly rows: Accessor<number>;
  readonly editable: Accessor<boolean>;
  /** The row of the table that is seen in that place. */
  rowAt(view: number): number;
  cellAt(view: number, column: number): unknown;
  kind(column: number): ColumnKind;
  isAuto(column: number): boolean;
  canEdit(column: number): boolean;
  readonly sort: Accessor<readonly SortKey[]>;
  setSort(sort: readonly SortKey[]): void;
  readonly search: Accessor<string>;
  setSearch(text: string): void;
  filter(column: number): string;
  setFilter(column: number, text: string): void;
  /** Changes cells; those that cannot be edited stay. */
  setCells(changes: readonly CellChange[]): void;
  /** How many more rows, and columns, there may be. */
  readonly room: Accessor<{ readonly rows: number; readonly columns: number }>;
  /** How many may go. */
  readonly spare: Accessor<{ readonly rows: number; readonly columns: number }>;
  insertRows(view: number, count: number): void;
  deleteRows(views: readonly number[]): void;
  insertColumn(at: number): void;
  deleteColumn(at: number): void;
  renameColumn(at: number, header: string): void;
  undo(): void;
  redo(): void;
}

export function createGridData(widget: WidgetProps): GridData {
  const props = () => widget.component.props;
  const table = createMemo(() => toShown(widget.value, widget.component));
  /** What an edit here gave the shell: it comes back as the value, and is then no news. */
  let own: unknown = Symbol("none");
  const outside = createMemo<unknown>((before) => (widget.value === own ? before : widget.value));
  const [sort, setSort] = createSignal<readonly SortKey[]>([]);
  const [search, setSearch] = createSignal("");
  const [filters, setFilters] = createSignal<ReadonlyMap<number, string>>(new Map());
  const [order, setOrder] = createSignal<Uint32Array | null>(null);
  const history = { past: [] as unknown[], future: [] as unknown[], restoring: false };

  const names = createMemo(() => table().headers.join("\n"));
  // What goes by the place of a column means nothing among others.
  createComputed(on(names, forgetColumns, { defer: true }));
  createComputed(
    on([outside, sort, search, filters], () => {
      setOrder(viewOrder(untrack(table), { sort: sort(), search: search(), filters: filters() }));
    }),
  );
  createComputed(
    on(outside, () => {
      if (history.restoring) return;
      history.past = [];
      history.future = [];
    }),
  );

  function forgetColumns(): void {
    if (sort().length > 0) setSort([]);
    if (filters().size > 0) setFilters(new Map());
  }

  function apply(next: Table): void {
    history.past = [...history.past.slice(1 - MAX_UNDO), widget.value];
    history.future = [];
    own = next;
    give(next);
  }

  function give(value: unknown): void {
    widget.onInput(value);
    widget.onChange(value);
  }

  function restore(from: unknown[], to: unknown[]): void {
    if (from.length === 0 || !editable()) return;
    const value = from.pop();
    to.push(widget.value);
    history.restoring = true;
    own = Symbol("none");
    give(value);
    history.restoring = false;
  }

  const editable = () => widget.component.interactive && !widget.disabled;
  const rowAt = (view: number) => order()?.[view] ?? view;
  const statics = createMemo(
    () => new Set(Array.isArray(props()["staticColumns"]) ? (props()["staticColumns"] as unknown[]) : []),
  );
  const canEdit = (column: number) => editable() && !statics().has(column);
  const kind = (column: number): ColumnKind => {
    const declared = datatypeOf(props(), column);
    return declared === "auto" ? findKind(table().columns[column] ?? []) : declared;
  };

  return {
    table,
    wholeTable: createMemo(on([outside, names], () => untrack(table))),
    rows: () => order()?.length ?? rowCount(table()),
    editable,
    rowAt,
    cellAt: (view, column) => table().columns[column]?.[rowAt(view)],
    kind,
    isAuto: (column) => datatypeOf(props(), column) === "auto",
    canEdit,
    sort,
    setSort,
    search,
    setSearch,
    filter: (column) => filters().get(column) ?? "",
    setFilter: (column, text) => void setFilters(new Map(filters()).set(column, text)),
    setCells(changes) {
      const allowed = changes.filter(
        ({ row, column, cell }) => canEdit(column) && table().columns[column]?.[row] !== cell,
      );
      if (allowed.length === 0) return;
      const [only] = allowed;
      const previousValue = only && table().columns[only.column]?.[only.row];
      apply(setCells(table(), allowed));
      if (only && allowed.length === 1) {
        widget.onEvent("edit", { index: [only.row, only.column], value: only.cell, previousValue });
      }
    },
    room: () => ({
      rows: rowLimits(props()).max - rowCount(table()),
      columns: columnLimits(props()).max - table().columns.length,
    }),
    spare: () => ({
      rows: rowCount(table()) - rowLimits(props()).min,
      columns: table().columns.length - Math.max(1, columnLimits(props()).min),
    }),
    insertRows(view, count) {
      const [seen, rows] = [order(), rowCount(table())];
      const row = view < (seen?.length ?? rows) ? rowAt(view) : rows;
      batch(() => {
        if (seen) setOrder(orderWithRows(seen, { view, row, count }));
        apply(insertRows(table(), row, count));
      });
    },
    deleteRows(views) {
      const gone = new Set(views.map(rowAt));
      const seen = order();
      batch(() => {
        if (seen) setOrder(orderWithoutRows(seen, gone));
        apply(deleteRows(table(), gone));
      });
    },
    insertColumn: (at) => apply(insertColumn(table(), at)),
    deleteColumn: (at) => apply(deleteColumn(table(), at)),
    renameColumn(at, header) {
      if (header !== table().headers[at]) apply(renameColumn(table(), at, header));
    },
    undo: () => restore(history.past, history.future),
    redo: () => restore(history.future, history.past),
  };
}

/** An output that nothing was put out for shows its declared names, and no row. */
function toShown(value: unknown, { props, interactive }: ComponentSpec): Table {
  if (isTable(value)) return toFrame(value, props);
  return toFrame(interactive ? null : { headers: [], columns: [] }, props);
}
