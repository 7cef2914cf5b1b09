import { expect, test } from "vitest";
import { createItems } from "./items-for-tests.ts";
import { createLastWords } from "./last-words.ts";

const change = { title: "t", named: false, beganAs: "t", from: null, writer: "a", over: 1 };

test("what was typed takes the room of what users left who are gone, and of nothing else", () => {
  const items = createItems(undefined, 2000);
  items.setItem("interstate:/:left:1:a", "x".repeat(900));
  items.setItem("interstate:/:left:2:b", "x".repeat(900));
  items.setItem("interstate:/other/:left:1:c", "theirs");
  items.setItem("interstate:/:panel", "open");
  const lastWords = createLastWords("/", () => items);
  expect(lastWords.keep("one", { ...change, source: "y".repeat(1000) })).toBe(true);
  expect(lastWords.of("one")?.source).toHaveLength(1000);
  expect(items.all().map(([key]) => key)).toEqual([
    "interstate:/other/:left:1:c",
    "interstate:/:panel",
    "interstate:/:typed:one",
  ]);
});

test("what finds no room all the same is said not to be kept", () => {
  const lastWords = createLastWords("/", () => createItems(undefined, 2000));
  expect(lastWords.keep("one", { ...change, source: "y".repeat(3000) })).toBe(false);
});
