import fc from "fast-check";
import { expect, test } from "vitest";
import { isTable, toTable } from "./table.ts";

const table = (headers: readonly string[], ...columns: readonly unknown[][]) => ({
  ok: true,
  value: { headers, columns },
});

test.each([
  ["records", [{ name: "Ada", age: 36 }, { name: "Bob" }], table(["name", "age"], ["Ada", "Bob"], [36, null])],
  ["records of which later ones have more", [{ a: 1 }, { b: 2 }], table(["a", "b"], [1, null], [null, 2])],
  ["rows, of which some are short", [["a", 1], ["b"]], table([], ["a", "b"], [1, null])],
  ["a list of values", [1, "two", null, true], table([], [1, "two", null, true])],
  ["headers and rows", { headers: ["x"], data: [[1, 2]] }, table(["x"], [1], [2])],
  ["headers without rows", { headers: ["x", "y"], data: [] }, table(["x", "y"], [], [])],
  ["an object of columns", { x: [1, 2], y: [3] }, table(["x", "y"], [1, 2], [3, null])],
  ["a Map of columns", new Map([["x", new Float32Array([1, 2])]]), table(["x"], [1, 2])],
  ["rows that are typed arrays", [new Uint8Array([1, 2])], table([], [1], [2])],
  ["nothing at all", [], table([])],
])("%s are a table", (_, value, expected) => {
  expect(toTable(value)).toEqual(expected);
});

test("null and undefined are no table, and no error", () => {
  expect([toTable(null), toTable(undefined)]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
});

test("a cell keeps what a table can show, and is JSON for lists and objects", () => {
  const date = new Date(0);
  const cells = [Number.NaN, -0, 10n ** 30n, date, undefined, [1, { a: 2 }], { b: new Set([1]) }];
  const read = toTable({ x: cells });
  expect(read).toEqual(table(["x"], [Number.NaN, -0, 10n ** 30n, date, null, '[1,{"a":2}]', '{"b":[1]}']));
  // A copy: the original may be a handle of shared state.
  expect(read.ok && read.value?.columns[0]?.[3]).not.toBe(date);
});

test.each([
  ["text", 'is no table: it is the text "text"; give a list of records, a list of lists,'],
  [5, "is no table: it is the number 5;"],
  [{ a: 1 }, "is no table: it is an object;"],
  [new Map([["a", 1]]), "is no table: not all of its columns are lists;"],
  [[[1], { a: 1 }], "is no table: row 0 is a list of 1, but row 1 is an object"],
  [[{ f: () => 1 }], "cannot be shown: row 0, column 0 holds what is no data"],
  [{ headers: [], data: [Array.from({ length: 10_001 }, () => 0)] }, "has 10,001 columns; at most 10,000 can be shown"],
])("%j says what is wrong with it", (value, message) => {
  expect(toTable(value)).toEqual({ ok: false, error: expect.stringContaining(message) as string });
});

test("reading a table gives it again", () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.bigInt(), fc.date());
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })),
      fc.array(fc.string(), { maxLength: 2 }),
      (data, headers) => {
        const first = toTable({ headers, data });
        expect(first.ok && toTable(first.value)).toEqual(first);
        expect(first.ok && isTable(first.value)).toBe(true);
      },
    ),
  );
});

test("a column named __proto__ is a column like others", () => {
  expect(toTable([JSON.parse('{"__proto__": 1}')])).toEqual(table(["__proto__"], [1]));
});

test.each([
  [{ headers: ["a"], columns: [[1], [2]] }, true],
  [{ headers: [], columns: [] }, true],
  [{ headers: [1], columns: [] }, false],
  [{ headers: [], columns: [[1], [2, 3]] }, false],
  [{ headers: [], columns: [5] }, false],
  [{ headers: Array.from({ length: 10_001 }, () => "a"), columns: [] }, false],
  [[], false],
  [null, false],
])("from a worker, %j is a table: %j", (value, expected) => {
  expect(isTable(value)).toBe(expected);
});
