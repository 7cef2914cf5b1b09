import { expect, test } from "vitest";
import { compareKeys, type Key } from "./key.ts";

test("keys sort as IndexedDB sorts them", () => {
  const sorted: Key[] = [
    ["a"],
    ["a", -1],
    ["a", 2],
    ["a", 10],
    ["a", Infinity],
    ["a", "", 0],
    ["a", "head"],
    ["a", "log", 1],
    ["a", "log", 2],
    ["b"],
    ["ba"],
  ];
  expect(sorted.toReversed().sort(compareKeys)).toEqual(sorted);
});
