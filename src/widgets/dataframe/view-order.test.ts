import { expect, test } from "vitest";
import { orderWithoutRows, orderWithRows, viewOrder, type ViewOptions } from "./view-order.ts";

const day = (text: string) => new Date(text);
const table = {
  headers: ["name", "age", "born"],
  columns: [
    ["Bob", "ada", "Zoë", null, "Bob 10", "Bob 9"],
    [36, null, 7, Number.NaN, 36, 12],
    [day("2000-01-02"), null, day("1990-05-05"), null, day("2010-01-01"), day("2001-01-01")],
  ],
};

function order(options: Partial<ViewOptions>): number[] | null {
  const found = viewOrder(table, { sort: [], search: "", filters: new Map(), ...options });
  return found && [...found];
}

test("a table as it is needs no order", () => {
  expect(order({})).toBe(null);
  expect(order({ search: "  ", filters: new Map([[0, " "]]) })).toBe(null);
});

test("texts sort as people sort them, and what is empty comes last either way", () => {
  expect(order({ sort: [{ column: 0, descending: false }] })).toEqual([1, 0, 5, 4, 2, 3]);
  expect(order({ sort: [{ column: 0, descending: true }] })).toEqual([2, 4, 5, 0, 1, 3]);
  expect(order({ sort: [{ column: 1, descending: false }] })).toEqual([2, 5, 0, 4, 1, 3]);
  expect(order({ sort: [{ column: 2, descending: true }] })).toEqual([4, 5, 0, 2, 1, 3]);
});

test("what one column leaves equal goes by the next, then by where it stands", () => {
  const sort = [
    { column: 1, descending: true },
    { column: 0, descending: true },
  ];
  expect(order({ sort })).toEqual([4, 0, 5, 2, 1, 3]);
  expect(order({ sort: sort.slice(0, 1) })).toEqual([0, 4, 5, 2, 1, 3]);
});

test("a search finds a text in any column, in any case", () => {
  expect(order({ search: "BOB" })).toEqual([0, 4, 5]);
  expect(order({ search: "2000-01" })).toEqual([0]);
  expect(order({ search: "nowhere" })).toEqual([]);
});

test.each([
  [1, ">12", [0, 4]],
  [1, "<= 12", [2, 5]],
  [1, "7..12", [2, 5]],
  [1, "=36", [0, 4]],
  [1, "3", [0, 4]],
  [0, "=bob", [0]],
  [0, "bob", [0, 4, 5]],
  [0, ">10", []],
  [2, ">2000-12-31", [4, 5]],
])("column %i filtered by %j", (column, text, rows) => {
  expect(order({ filters: new Map([[column, text]]) })).toEqual(rows);
});

test("rows are inserted and deleted in an order that stays", () => {
  const sorted = Uint32Array.of(2, 0, 1);
  expect([...orderWithRows(sorted, { view: 1, row: 1, count: 2 })]).toEqual([4, 1, 2, 0, 3]);
  expect([...orderWithoutRows(sorted, new Set([0]))]).toEqual([1, 0]);
  expect([...orderWithoutRows(sorted, new Set([0, 1, 2]))]).toEqual([]);
});

test("many different numbers and texts keep their order", () => {
  const rows = 10_000;
  const numbers = Array.from({ length: rows }, (_, i) => (i * 7919) % rows);
  const big = { headers: ["n", "t"], columns: [numbers, numbers.map((n) => `item ${n}`)] };
  for (const column of [0, 1]) {
    const found = viewOrder(big, { sort: [{ column, descending: false }], search: "", filters: new Map() });
    expect(numbers[found?.[0] ?? -1]).toBe(0);
    expect(numbers[found?.[rows - 1] ?? -1]).toBe(rows - 1);
  }
});
