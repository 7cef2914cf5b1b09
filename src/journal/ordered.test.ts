// What a change of a big container costs: each of these takes minutes if it costs as much as the container is big.

import { expect, it } from "vitest";
import { type Content, emptyGraph, type Operation } from "../protocol/operation.ts";
import { load } from "./module-for-tests.ts";
import { previewText } from "./preview.ts";
import { Replica } from "./replica.ts";

const size = 100_000;
const rounds = 2000;

function holding(content: Content): Replica {
  const replica = Replica.from(emptyGraph);
  replica.apply([
    ["new", 1, content],
    ["slot", "it", { name: "it", first: 1, count: 1 }, ["ref", 1]],
  ]);
  return replica;
}

const keys = Array.from({ length: size }, (_, i) => `k${i}`);
const entries = keys.map((key, i) => [key, i] as const);

/** What deletes a key, and puts it in anew. */
const touches: Readonly<Record<"map" | "object" | "set", (key: string) => [drop: Operation, put: Operation]>> = {
  map: (key) => [
    ["map-drop", 1, key],
    ["map-put", 1, key, 0],
  ],
  object: (key) => [
    ["drop", 1, key],
    ["put", 1, key, 0],
  ],
  set: (key) => [
    ["set-drop", 1, key],
    ["set-add", 1, key],
  ],
};

it.each(["map", "object", "set"] as const)(
  "a key of a big %s that goes, or moves to the end, can be taken back",
  (kind) => {
    const replica = holding(kind === "set" ? [kind, keys] : [kind, entries]);
    const before = JSON.stringify(replica.toData());
    const inverses: Operation[][] = [];
    for (let i = 0; i < rounds; i++) {
      const [drop, put] = touches[kind](`k${(i * 7919) % size}`);
      replica.apply(replica.apply([drop]));
      inverses.push(replica.apply([drop, put]));
    }
    const last = keys[((rounds - 1) * 7919) % size];
    const content = replica.toData().containers[0]?.[1];
    expect(Array.isArray(content?.[1]) && content[1].at(-1)).toEqual(kind === "set" ? last : [last, 0]);
    for (const inverse of inverses.reverse()) replica.apply(inverse);
    expect(JSON.stringify(replica.toData())).toBe(before);
  },
  30_000,
);

it("only what a preview shows of a big object is listed", () => {
  const replica = holding(["object", entries]);
  for (let i = 0; i < rounds; i++) {
    replica.apply([
      ["drop", 1, `k${i}`],
      ["put", 1, `n${i}`, 0],
      ["put", 1, String(rounds - i), 0],
    ]);
    expect(previewText(replica, ["ref", 1], 40).startsWith(`{"${rounds - i}": 0, `)).toBe(true);
  }
  expect(previewText(replica, ["ref", 1], 40)).toMatch('{"1": 0, "2": 0, "3": 0');
  expect(Object.keys(replica.toPlain(["ref", 1]) as object).slice(rounds, rounds + 1)).toEqual([`k${rounds}`]);
}, 30_000);

it("a call that deletes many keys of what is big is undone at once", () => {
  const { graph, variables } = load(() => ({
    map: new Map(entries),
    object: Object.fromEntries(entries),
    set: new Set(keys),
  }));
  const { map, object, set } = variables;
  graph.begin("write");
  for (let i = 0; i < size; i += 50) {
    delete object[`k${i}`];
    map.delete(`k${i}`);
    set.delete(`k${i}`);
  }
  graph.rollback();
  graph.end();
  for (const left of [map.keys(), Object.keys(object), set]) expect([...left].join()).toBe(keys.join());
}, 30_000);
