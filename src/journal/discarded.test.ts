import { expect, it } from "vitest";
import { type Any, openRoom } from "./module-for-tests.ts";
import { toPlain } from "./shared-graph.ts";

const program = () => ({ scores: [{ n: 0 }] as Any[], other: [{ n: 0 }] as Any[], n: 1 });
const isGone = (name: string) =>
  `${name} is no longer shared: it was reset or discarded in another tab. Run the code again.`;

it("a variable that another tab discarded cannot be written any more, nor what it held", () => {
  const { first } = openRoom(program);
  const [entry] = first.variables["scores"];
  first.graph.patch({
    numbered: [],
    whole: null,
    operations: [
      ["unslot", "scores"],
      ["unslot", "n"],
    ],
  });
  expect(() => first.call(({ scores }) => scores.push(1))).toThrow(new TypeError(isGone("scores")));
  expect(() => first.call(() => entry.n++)).toThrow(isGone("scores"));
  expect(() => first.call((module) => void (module["n"] = 5))).toThrow(new TypeError(isGone("n")));
  expect(() => first.call((module) => void (module["scores"] = []))).toThrow(isGone("scores"));
  expect([first.variables["n"], toPlain(first.variables["scores"])]).toEqual([1, [{ n: 0 }]]);
  expect(first.call(({ other }) => other.pop())).toHaveLength(1);
});

it("a variable that the whole lacks cannot be written any more", () => {
  const { first, replica } = openRoom(program);
  replica.apply([
    ["unslot", "scores"],
    ["unslot", "n"],
  ]);
  first.graph.patch({ numbered: [], whole: structuredClone(replica.toData()), operations: [] });
  expect(() => first.call(({ scores }) => scores.push(1))).toThrow(isGone("scores"));
  expect(() => first.call((module) => void module["n"]++)).toThrow(isGone("n"));
});

it("what a new epoch has nothing in place of cannot be written any more", () => {
  const room = openRoom(program);
  room.call(({ scores }) => void scores.push({ n: 1 }));
  const { scores } = room.first.variables;
  const added = scores[1];
  const fresh = structuredClone(openRoom(program).replica.toData());
  room.first.graph.patch({ numbered: [], whole: fresh, isAnew: true, operations: [] });
  expect(() => room.first.call(() => void (added.n = 5))).toThrow(isGone("scores"));
  expect(room.first.call(() => void scores.push(2))).toHaveLength(1);
});

it("an element that another tab took out is written as a plain one would be, and can be put back", () => {
  const room = openRoom(program);
  const [entry] = room.first.variables["scores"];
  room.call(({ scores }) => void scores.pop(), room.second);
  expect(room.call(() => void (entry.n = 7))).toEqual([]);
  room.call(({ other }) => void other.push(entry));
  expect(toPlain(room.second.variables["other"])).toEqual([{ n: 0 }, { n: 7 }]);
});

it("what was discarded is shared again when another variable takes it in, or the variable comes back", () => {
  const { first } = openRoom(program);
  const { scores } = first.variables;
  first.graph.patch({
    numbered: [],
    whole: null,
    operations: [
      ["unslot", "scores"],
      ["unslot", "n"],
    ],
  });
  expect(first.call(({ other }) => void other.push(scores))).toHaveLength(3);
  expect(first.call(() => void (scores[0].n = 2))).toHaveLength(1);
  first.graph.patch({ numbered: [], whole: null, operations: [["slot", "n", { name: "n", first: 0, count: 0 }, 9]] });
  expect(first.variables["n"]).toBe(9);
  expect(first.call((module) => void module["n"]++)).toEqual([["bind", "n", 10]]);
});

it("a variable that was discarded has its last value again when it is assigned while no call runs", () => {
  const { first } = openRoom(program);
  first.graph.patch({ numbered: [], whole: null, operations: [["unslot", "n"]] });
  first.variables["n"] = 5;
  expect(first.graph.begin("read")).toEqual(["n"]);
  first.graph.end();
  expect(first.variables["n"]).toBe(1);
});
