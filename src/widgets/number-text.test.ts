import { expect, test } from "vitest";
import { formatNumber, parseNumber, roundTo } from "./number-text.ts";

test.each([
  ["3", 3],
  [" -2.50 ", -2.5],
  ["+.5", 0.5],
  ["1e3", 1000],
  ["1.", 1],
  ["3,5", 3.5],
  ["3,50", 3.5],
  ["0,125", 0.125],
  ["1234,567", 1234.567],
  ["−4", -4],
])("%j is read as a number", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});

test("an empty field is null", () => {
  expect(parseNumber("  ")).toBeNull();
  expect(formatNumber(null)).toBe("");
});

test.each(["abc", "1 2", "0x10", "1,000.5", "Infinity", "1e999", "-", "NaN"])("%j stays the text it is", (text) => {
  expect(parseNumber(text)).toBe(text);
  expect(formatNumber(text)).toBe(text);
});

test.each(["1,000", " 12,345 ", "-1,234", "−100,000", "+1,000"])(
  "%j stays text, since its comma may part thousands",
  (text) => {
    expect(parseNumber(text)).toBe(text);
  },
);

test("a precision rounds, no precision does not", () => {
  expect(roundTo(2.345, 1)).toBe(2.3);
  expect(roundTo(2.5, 0)).toBe(3);
  expect(roundTo(0.1 + 0.2, null)).toBe(0.1 + 0.2);
});
