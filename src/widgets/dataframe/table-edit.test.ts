import { expect, test } from "vitest";
import { deleteColumn, deleteRows, insertColumn, insertRows, renameColumn, setCells } from "./table-edit.ts";

const table = {
  headers: ["a", "b"],
  columns: [
    [1, 2, 3],
    ["x", "y", "z"],
  ],
};

test("setting a cell shares all other columns", () => {
  const changed = setCells(table, [{ row: 1, column: 0, cell: 9 }]);
  expect(changed.columns).toEqual([
    [1, 9, 3],
    ["x", "y", "z"],
  ]);
  expect(changed.columns[1]).toBe(table.columns[1]);
  expect(table.columns[0]).toEqual([1, 2, 3]);
});

test("cells that are not there are not set", () => {
  expect(
    setCells(table, [
      { row: 3, column: 0, cell: 9 },
      { row: 0, column: 2, cell: 9 },
    ]),
  ).toEqual(table);
});

test("rows come and go", () => {
  expect(insertRows(table, 1, 2).columns[0]).toEqual([1, null, null, 2, 3]);
  expect(insertRows(table, 3, 200_000).columns[1]).toHaveLength(200_003);
  expect(deleteRows(table, new Set([0, 2])).columns).toEqual([[2], ["y"]]);
});

test("columns come, with a name that is free, and go", () => {
  expect(insertColumn(table, 1)).toEqual({
    headers: ["a", "3", "b"],
    columns: [
      [1, 2, 3],
      [null, null, null],
      ["x", "y", "z"],
    ],
  });
  expect(insertColumn({ headers: ["2"], columns: [[1]] }, 1).headers).toEqual(["2", "3"]);
  expect(deleteColumn(table, 0)).toEqual({ headers: ["b"], columns: [["x", "y", "z"]] });
  expect(renameColumn(table, 0, "c").headers).toEqual(["c", "b"]);
});
