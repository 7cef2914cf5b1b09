import { expect, test } from "vitest";
import { Replica } from "../journal/replica.ts";
import { keptSlots, sortSlots } from "./slots.ts";

function replicaWith(...keys: string[]): Replica {
  return Replica.from({
    nextId: 1,
    slots: keys.map((key, i) => [key, { name: key.split("#")[0] ?? "", first: 0, count: 0 }, i]),
    containers: [],
  });
}

test("variables that the code names are live, in its order; the others are set aside", () => {
  const { live, aside } = sortSlots(replicaWith("a#1", "b#1", "c#1"), ["c#1", "missing#1", "a#1"]);
  expect(live.map(({ name, value }) => [name, value])).toEqual([
    ["c", 2],
    ["a", 0],
  ]);
  expect(aside.map(({ key }) => key)).toEqual(["b#1"]);
});

test("a variable with another declaration is another one, and the old one is set aside", () => {
  const { live, aside } = sortSlots(replicaWith("a#1", "a#2"), ["a#2"]);
  expect([live, aside].map((slots) => slots.map(({ key }) => key))).toEqual([["a#2"], ["a#1"]]);
});

test("kept are those that the room had before an edit, and none after a mere reload", () => {
  const before = replicaWith("a#1", "b#1");
  expect(keptSlots(before, ["a#1", "new#1"], true)).toEqual(new Set(["a#1"]));
  expect(keptSlots(before, ["a#1"], false).size).toBe(0);
});
