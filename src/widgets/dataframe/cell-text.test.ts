import { expect, test } from "vitest";
import { cellText, findKind, parseCell } from "./cell-text.ts";

test("a cell is shown as text, whatever a sandbox put there", () => {
  const cells = ["a", 1.5, Number.NaN, 10n, true, null, undefined, new Map(), new Date(Number.NaN)];
  expect(cells.map(cellText)).toEqual(["a", "1.5", "NaN", "10", "true", "", "", "", "Invalid Date"]);
});

test("a date at midnight is its day, of UTC and of here", () => {
  expect(cellText(new Date("2025-12-31"))).toBe("2025-12-31");
  expect(cellText(new Date(2025, 11, 31))).toBe("2025-12-31");
  expect(cellText(new Date(2025, 11, 31, 10, 5))).toBe("2025-12-31 10:05");
  expect(cellText(new Date(2025, 11, 31, 10, 5, 7))).toBe("2025-12-31 10:05:07");
});

test.each([
  ["1,5", "number", false, 1.5],
  ["abc", "number", false, "abc"],
  ["", "number", false, null],
  ["Yes", "bool", false, true],
  ["no", "bool", false, false],
  ["perhaps", "bool", false, "perhaps"],
  ["2025-12-31", "date", false, new Date("2025-12-31")],
  ["soon", "date", false, "soon"],
  ["5", "str", true, 5],
  ["5", "str", false, "5"],
  ["007", "str", true, "007"],
  ["1.10", "str", true, "1.10"],
  ["Infinity", "str", true, "Infinity"],
] as const)("%j typed into a column of kind %s, auto: %j", (text, kind, isAuto, cell) => {
  expect(parseCell(text, kind, isAuto)).toEqual(cell);
});

test("a column is of one kind only if all of its cells are", () => {
  expect(findKind([null, 1, "", 2n])).toBe("number");
  expect(findKind([true, null])).toBe("bool");
  expect(findKind([new Date()])).toBe("date");
  expect(findKind([1, "a"])).toBe("str");
  expect(findKind([null])).toBe("str");
});
