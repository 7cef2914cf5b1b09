import { expect, test } from "vitest";
import { areaOf, clamp, inArea, move } from "./selection.ts";

const bounds = { rows: 10, columns: 4 };
const from = { row: 5, column: 2 };
const at = (row: number, column: number) => ({ row, column });

test.each([
  ["ArrowUp", false, at(4, 2)],
  ["ArrowDown", true, at(9, 2)],
  ["ArrowLeft", true, at(5, 0)],
  ["ArrowRight", false, at(5, 3)],
  ["Home", false, at(5, 0)],
  ["End", true, at(9, 3)],
  ["PageUp", false, at(1, 2)],
  ["PageDown", false, at(9, 2)],
  ["a", false, null],
])("%s, far %j", (key, far, to) => {
  expect(move(from, key, { far, page: 4, bounds })).toEqual(to);
});

test("up from the first row lies the header, and nothing above it", () => {
  const up = move(at(0, 1), "ArrowUp", { far: false, page: 4, bounds });
  expect(up).toEqual(at(-1, 1));
  expect(clamp(at(-2, 9), bounds)).toEqual(at(-1, 3));
  expect(clamp(at(0, 0), { rows: 5, columns: 0 })).toBe(null);
});

test("an area is the same from whichever corner it began", () => {
  const area = areaOf({ anchor: at(3, 2), head: at(1, 3) });
  expect(area).toEqual({ top: 1, left: 2, bottom: 3, right: 3 });
  expect([inArea(area, 2, 2), inArea(area, 2, 1)]).toEqual([true, false]);
});
