import { expect, test } from "vitest";
import { declareComponent, toComponent } from "../component-declaration.ts";
import { dataframe } from "./dataframe.ts";
import "../other-kinds.ts";

function setup(options: Record<string, unknown> = {}) {
  const declaration = declareComponent("dataframe", undefined, options);
  const component = { id: 0, ...toComponent(declaration, "inputs[0]", { label: "Table", interactive: true }) };
  return {
    component,
    takes: (value: unknown) => dataframe.preprocess(value, component),
    checks: (value: unknown) => dataframe.checkInput(value, component),
    shows: (value: unknown) => dataframe.postprocess(value, component),
  };
}

const twoRows = {
  headers: ["name", "age"],
  columns: [
    ["Ada", null],
    [36, null],
  ],
};

test("a function receives records, or rows", () => {
  const records = [
    { name: "Ada", age: 36 },
    { name: null, age: null },
  ];
  expect(setup().takes(twoRows)).toEqual({ ok: true, value: records });
  expect(setup({ type: "array" }).takes(twoRows)).toEqual({
    ok: true,
    value: [
      ["Ada", 36],
      [null, null],
    ],
  });
});

test("an empty cell is what its kind says", () => {
  const { takes } = setup({ datatype: ["str", "number", "bool", "date"], type: "array", rowCount: 1, columnCount: 4 });
  expect(takes(null)).toEqual({ ok: true, value: [["", null, false, null]] });
});

test("an empty table is as large as declared, with names", () => {
  expect(setup().takes(null)).toEqual({ ok: true, value: [{ 1: null, 2: null, 3: null }] });
  expect(setup({ headers: ["a"], rowCount: [2, "fixed"] }).takes(null)).toEqual({
    ok: true,
    value: [{ a: null }, { a: null }],
  });
});

test("two columns of one name both reach the function", () => {
  const table = { headers: ["a", "a", "__proto__"], columns: [[1], [2], [3]] };
  expect(setup().takes(table)).toEqual({ ok: true, value: [{ a: 1, "a 2": 2, "__proto__ 2": 3 }] });
});

test("a date is a Date, of a text too", () => {
  const { takes } = setup({ datatype: "date", type: "array" });
  const columns = [["2025-12-31", "2025-12-31 10:00:00Z", new Date(5), ""]];
  expect(takes({ headers: ["a"], columns })).toEqual({
    ok: true,
    value: [[new Date("2025-12-31")], [new Date("2025-12-31T10:00:00Z")], [new Date(5)], [null]],
  });
});

test.each([
  ["number", "abc", 'Row 1, 1: "abc" is no number.'],
  ["bool", "maybe", 'Row 1, 1: "maybe" is neither true nor false.'],
  ["date", "1/2/2025", 'Row 1, 1: "1/2/2025" is no date, such as 2025-12-31.'],
])("a cell that does not fit %s is named", (datatype, cell, message) => {
  expect(setup({ datatype }).checks({ headers: [], columns: [[cell]] })).toBe(message);
});

test("what a worker or a page holds and is no table is refused", () => {
  expect(setup().checks("text")).toBe('This is no table; it is the text "text".');
  expect(dataframe.isOutput({ headers: [], columns: [[1], []] }, setup().component)).toBe(false);
  expect(dataframe.isOutput(null, setup().component)).toBe(true);
});

test("an output has the declared names where the value brings none", () => {
  const { shows } = setup({ headers: ["x", "y"] });
  expect(shows([[1, 2]])).toEqual({ ok: true, value: { headers: ["x", "y"], columns: [[1], [2]] } });
  expect(shows([{ z: 1 }])).toEqual({ ok: true, value: { headers: ["z", "y"], columns: [[1], [null]] } });
  expect(shows(null)).toEqual({ ok: true, value: null });
  expect(shows("text")).toMatchObject({ ok: false, error: expect.stringContaining("is no table") as string });
});

test.each([
  [{ datatype: "integer" }, 'inputs[0].datatype must be one of "auto", "str"'],
  [{ rowCount: [1, "maybe"] }, "inputs[0].rowCount must be a number of rows of at most 1,000,000"],
  [{ rowLimits: [5, 1] }, "inputs[0].rowLimits must be the least and the most"],
  [{ columnWidths: ["wide"] }, 'inputs[0].columnWidths must be a list of widths such as 120, "120px" or "20%"'],
  [{ staticColumns: [-1] }, "inputs[0].staticColumns must be a list of column numbers"],
  [{ type: "pandas" }, 'inputs[0].type must be one of "records", "array"'],
  [{ row_count: 5 }, 'It is called "rowCount" here.'],
  [{ value: "file.csv" }, 'inputs[0].value is no table: it is the text "file.csv"'],
])("%j is a mistake with a place", (options, message) => {
  expect(() => setup(options)).toThrow(message);
});
