import { expect, test } from "vitest";
import type { Choice } from "../../spec/choices.ts";
import { filterChoices, findByStart, findChoice } from "./choice-filter.ts";

const choices: readonly Choice[] = [
  ["São Paulo", 1],
  ["Paris", 2],
  ["paris", 3],
  ["London", 4],
];

test("choices are found by a part of their text, whatever the case and accents", () => {
  expect(filterChoices(choices, "PA").map(([, value]) => value)).toEqual([1, 2, 3]);
  expect(filterChoices(choices, " sao ").map(([, value]) => value)).toEqual([1]);
  expect(filterChoices(choices, "x")).toEqual([]);
  expect(filterChoices(choices, " ")).toBe(choices);
});

test("the very text goes before one that differs in case", () => {
  expect(findChoice(choices, "paris")).toEqual(["paris", 3]);
  expect(findChoice(choices, "LONDON")).toEqual(["London", 4]);
  expect(findChoice(choices, "Lond")).toBeUndefined();
});

test("typing a first letter goes round the choices that begin with it", () => {
  expect(findByStart(choices, "p", 0)).toBe(1);
  expect(findByStart(choices, "p", 2)).toBe(2);
  expect(findByStart(choices, "p", 3)).toBe(1);
  expect(findByStart(choices, "q", 0)).toBe(-1);
  expect(findByStart([], "q", 0)).toBe(-1);
});
