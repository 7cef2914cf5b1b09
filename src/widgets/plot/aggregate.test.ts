import { expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";

test.each([
  ["sum", 15],
  ["mean", 3.75],
  ["median", 3],
  ["min", 1],
  ["max", 8],
  ["count", 4],
] as const)("the %s of 4, 1, 8, 2", (by, result) => {
  expect(aggregate([4, 1, 8, 2], by)).toBe(result);
});

test("the greatest of a million numbers is found", () => {
  expect(
    aggregate(
      Array.from({ length: 1_000_000 }, (_, i) => i),
      "max",
    ),
  ).toBe(999_999);
});
