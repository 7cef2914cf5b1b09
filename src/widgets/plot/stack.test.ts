import { expect, test } from "vitest";
import { stack } from "./stack.ts";

test("bars stand on each other, and those below zero hang from it", () => {
  const series = (ys: readonly (number | null)[]) => ({
    name: "",
    points: ys.map((y, x) => ({ x, y, size: 0, row: 0 })),
  });
  const bars = stack([series([1, -2]), series([3, 4]), series([null, -1])]);
  expect(bars.map(({ x, from, to }) => [x, from, to])).toEqual([
    [0, 0, 1],
    [1, 0, -2],
    [0, 1, 4],
    [1, 0, 4],
    [0, 4, 4],
    [1, -2, -3],
  ]);
});
