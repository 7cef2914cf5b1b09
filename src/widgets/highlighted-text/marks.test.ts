import { expect, test } from "vitest";
import { categoriesOf, colourOf, markAt, withMark } from "./marks.ts";

test("marking a part of a text splits it", () => {
  expect(withMark([["Ada slept", null]], { start: 0, end: 3 }, "person")).toEqual([
    ["Ada", "person"],
    [" slept", null],
  ]);
});

test("marking over marks takes their place", () => {
  const pieces = [["a", "x"] as const, ["bc", null] as const, ["d", "y"] as const];
  expect(withMark(pieces, { start: 0, end: 3 }, "z")).toEqual([
    ["abc", "z"],
    ["d", "y"],
  ]);
});

test("unmarking joins what is unmarked", () => {
  const pieces = [["a ", null] as const, ["b", "x"] as const, [" c", null] as const];
  expect(withMark(pieces, { start: 2, end: 3 }, null)).toEqual([["a b c", null]]);
});

test("an empty selection changes nothing", () => {
  expect(withMark([["ab", null]], { start: 1, end: 1 }, "x")).toEqual([["ab", null]]);
});

test("the mark at a position counts at its end, too", () => {
  const pieces = [["a ", null] as const, ["b", "x"] as const, [" c", null] as const];
  expect(markAt(pieces, 3)).toEqual({ start: 2, end: 3, category: "x" });
  expect(markAt(pieces, 1)).toBeNull();
});

test("colours come from the map, if it has one, and else in order", () => {
  const categories = categoriesOf([
    ["a", "x"],
    ["b", "y"],
    ["c", "x"],
  ]);
  expect(categories).toEqual(["x", "y"]);
  expect(colourOf("y", categories, { x: "red" })).toBe("var(--hue-1)");
  expect(colourOf("x", categories, { x: "red" })).toBe("red");
  expect(colourOf("x", categories, { x: "url(evil)" })).toBe("var(--hue-0)");
  expect(colourOf(-0.5, categories, null)).toContain("--score-low) 50%");
});
