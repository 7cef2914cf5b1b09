import { expect, test } from "vitest";
import { thin } from "./thin.ts";

const line = (ys: readonly (number | null)[]) => ({
  name: "a",
  points: ys.map((y, x) => ({ x, y, size: 0, row: x })),
});
const ysOf = (ys: readonly (number | null)[], each: number) =>
  thin(line(ys), (x) => Math.floor(x / each)).points.map(({ y }) => y);

test("a column of pixels keeps its ends, and what is highest and lowest in it", () => {
  expect(ysOf([1, 2, 9, -5, 3, 4, 7, 7, 7, 7, 7, 7], 6)).toEqual([1, 9, -5, 4, 7, 7]);
});

test("what lies apart stays, and gaps do", () => {
  expect(ysOf([1, 2, 3], 1)).toEqual([1, 2, 3]);
  expect(ysOf([1, null, null, 2, null, 3], 6)).toEqual([1, null, 2, null, 3]);
});

test("a million points are at most four in each column", () => {
  const ys = Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i));
  expect(ysOf(ys, 1000).length).toBeLessThanOrEqual(4 * 1000);
});
