// Changes of a table. Each gives another one that shares with it whatever stayed: one cell costs the copy of one column's
// list, whose cells are not looked at.

import { type Cell, emptyColumn, rowCount, type Table } from "../../spec/table.ts";

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

export function setCells(table: Table, changes: readonly CellChange[]): Table {
  const changed = new Map<number, Cell[]>();
  for (const { row, column, cell } of changes) {
    const before = table.columns[column];
    if (!before || row >= before.length) continue;
    const cells = changed.get(column) ?? [...before];
    cells[row] = cell;
    changed.set(column, cells);
  }
  return { ...table, columns: table.columns.map((column, index) => changed.get(index) ?? column) };
}

/** Empty rows, before the row that stands there. */
export function insertRows(table: Table, at: number, count: number): Table {
  const empty = emptyColumn(count);
  const columns = table.columns.map((column) => [...column.slice(0, at), ...empty, ...column.slice(at)]);
  return { ...table, columns };
}

export function deleteRows(table: Table, rows: ReadonlySet<number>): Table {
  return { ...table, columns: table.columns.map((column) => column.filter((_, row) => !rows.has(row))) };
}

export function insertColumn(table: Table, at: number): Table {
  const empty = emptyColumn(rowCount(table));
  return {
    headers: table.headers.toSpliced(at, 0, freshName(table.headers)),
    columns: table.columns.toSpliced(at, 0, empty),
  };
}

export function deleteColumn(table: Table, at: number): Table {
  return { headers: table.headers.toSpliced(at, 1), columns: table.columns.toSpliced(at, 1) };
}

export function renameColumn(table: Table, at: number, header: string): Table {
  return { ...table, headers: table.headers.with(at, header) };
}

/** The lowest number that is no name yet, from the count on. */
function freshName(headers: readonly string[]): string {
  let number = headers.length + 1;
  while (headers.includes(String(number))) number += 1;
  return String(number);
}
