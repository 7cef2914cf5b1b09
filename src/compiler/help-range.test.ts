import { expect, test } from "vitest";
import { readRange } from "./help-range.ts";

test.each([
  ["years, 0 to 120", 0, 120, null],
  ["[0..1]", 0, 1, null],
  ["warmth −10–35.5, in steps of 0.5", -10, 35.5, 0.5],
  ["how many, at least 1", 1, null, null],
  ["up to 10", null, 10, null],
  ["from 1 up to 10, step 3", 1, 10, 3],
])("%s", (help, min, max, step) => {
  expect(readRange(help)).toEqual({ min, max, step });
});

test.each(["", "the name to greet", "about 3", "5 to 5", "page 2 of 10"])("%j says no range", (help) => {
  expect(readRange(help)).toBeNull();
});
