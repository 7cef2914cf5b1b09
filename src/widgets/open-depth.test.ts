import { expect, test } from "vitest";
import { openDepth } from "./open-depth.ts";

test("all of a small value may be open", () => {
  expect(openDepth({ a: [1, { b: [2] }] })).toBe(Infinity);
  expect(openDepth(5)).toBe(Infinity);
});

test("of a large one, the levels that fit", () => {
  const large = Array.from({ length: 1000 }, () => ({ a: 1, b: 2 }));
  expect(openDepth({ large, small: [1] })).toBe(2);
  expect(openDepth(Array.from({ length: 3000 }, () => 0))).toBe(0);
});
