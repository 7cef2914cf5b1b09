import { expect, test } from "vitest";
import { columnWidths, contentWidths } from "./column-widths.ts";

const measure = (text: string) => text.length * 7;

test("a column is as wide as its name and cells need, within bounds", () => {
  const table = { headers: ["a", "a name", "c"], columns: [["x"], ["x"], ["x".repeat(1000)]] };
  expect(contentWidths(table, measure)).toEqual([64, 84, 340]);
});

test("what is left over goes to the columns that have no declared width", () => {
  expect(columnWidths([100, 100, 100], [50, "20%", null], 500)).toEqual([50, 100, 350]);
  expect(columnWidths([100, 100], [], 150)).toEqual([100, 100]);
  expect(columnWidths([100, 100], ["10px", 20], 500)).toEqual([24, 24]);
});
