import { describe, expect, it } from "vitest";
import { emptyGraph, type Operation } from "../protocol/operation.ts";
import { graftSlots } from "./graft.ts";
import { InvalidOperationError, numberOperations, parseOperations, Replica, toOperations } from "./replica.ts";

const info = { name: "scores", first: 1, count: 1 };

function scores(...elements: number[]): Replica {
  const replica = Replica.from(emptyGraph);
  replica.apply([
    ["new", 1, ["array", elements]],
    ["slot", "scores#1", info, ["ref", 1]],
  ]);
  return replica;
}

function value(replica: Replica, key = "scores#1"): unknown {
  const slot = replica.slots().get(key);
  return slot && replica.toPlain(slot.value);
}

/** A replica with one container of a content, held by the variable "it". */
function holding(...content: Extract<Operation, readonly ["new", ...unknown[]]>[2][]): Replica {
  const replica = Replica.from(emptyGraph);
  const made = content.map((each, i): Operation => ["new", i + 1, each]);
  replica.apply([...made, ["slot", "it", { name: "it", first: 1, count: content.length }, ["ref", 1]]]);
  return replica;
}

describe("a replica", () => {
  it("applies operations and returns what undoes them", () => {
    const replica = scores(3, 9);
    const before = replica.toData();
    const inverse = replica.apply([
      ["splice", 1, 2, 0, [5]],
      ["order", 1, 0, [1, 2, 0]],
      ["at", 1, 2, 4],
    ]);
    expect(value(replica)).toEqual([9, 5, 4]);
    replica.apply(inverse);
    expect(replica.toData()).toEqual(before);
  });

  it("brings a deleted key back to its place", () => {
    const replica = holding([
      "object",
      [
        ["a", 1],
        ["b", 2],
        ["c", 3],
      ],
    ]);
    const inverse = replica.apply([["drop", 1, "b"]]);
    expect(inverse).toEqual([["put", 1, "b", 2, "c"]]);
    replica.apply(inverse);
    expect(Object.keys(value(replica, "it") as object)).toEqual(["a", "b", "c"]);
  });

  it("brings a deleted key of a big Map back to its place", () => {
    const keys = Array.from({ length: 200 }, (_, i) => i);
    const replica = holding(["map", keys.map((key) => [key, key] as const)], ["set", keys]);
    const inverse = replica.apply([
      ["map-drop", 1, 150],
      ["map-drop", 1, 151],
      ["map-put", 1, 150, 0],
    ]);
    replica.apply(inverse);
    expect([...(value(replica, "it") as Map<number, number>).keys()]).toEqual(keys);
  });

  it("lets go of what nothing holds, and brings it back by the inverse", () => {
    const replica = holding(["array", [["ref", 2]]], ["object", [["deep", ["ref", 3]]]], ["array", [1]]);
    const before = replica.toData();
    const inverse = replica.apply([["splice", 1, 0, 1, []]]);
    expect(replica.toData().containers).toHaveLength(1);
    expect(() => replica.apply([["splice", 3, 0, 0, [1]]])).toThrow(InvalidOperationError);
    replica.apply(parseOperations(structuredClone(inverse)));
    expect(value(replica, "it")).toEqual([{ deep: [1] }]);
    expect(replica.toData()).toEqual(expect.objectContaining({ slots: before.slots }));
  });

  it("gives an inverse whose inverse does the same again", () => {
    const replica = scores(1);
    const redo = replica.apply(
      replica.apply([
        ["new", 2, ["object", [["by", "me"]]]],
        ["splice", 1, 1, 0, [["ref", 2]]],
      ]),
    );
    expect(value(replica)).toEqual([1]);
    replica.apply(redo);
    expect(value(replica)).toEqual([1, { by: "me" }]);
  });

  it("changes nothing when one of the operations does not fit", () => {
    const replica = scores(3, 9);
    const before = replica.toData();
    const good: Operation[] = [
      ["new", 2, ["array", []]],
      ["splice", 1, 0, 1, [["ref", 2]]],
      ["bind", "scores#1", 7],
    ];
    const bad: Operation[] = [
      ["at", 1, 2, 0],
      ["splice", 1, 1, 2, []],
      ["order", 1, 0, [0, 0]],
      ["put", 1, "a", 1],
      ["drop", 2, "a"],
      ["length", 1, 50_000_001],
      ["length", 1, 2_000_000],
      ["map-drop", 1, "a"],
      ["bind", "other", 1],
      ["slot", "scores#1", info, 1],
      ["unslot", "other"],
      ["fill", 1, ["set", []]],
      ["at", 1, 0, ["ref", 99]],
      ["new", 3, ["array", []]],
    ];
    for (const operation of bad) {
      expect(() => replica.apply([...good, operation]), JSON.stringify(operation)).toThrow(InvalidOperationError);
      expect(replica.toData()).toEqual(before);
    }
  });

  it("takes no more holes from one boundary than a message could hold", () => {
    const replica = holding(["array", [["ref", 2]]], ["array", []]);
    const growing: Operation[] = [
      ["length", 1, 600_000],
      ["length", 2, 600_000],
    ];
    expect(() => replica.apply(growing)).toThrow(InvalidOperationError);
    for (const operation of growing) replica.apply([operation]);
    const elements = replica.toData().containers.flatMap(([, content]) => (content[0] === "array" ? content[1] : []));
    expect([elements.length, new Set(elements).size]).toEqual([1_200_000, 2]);
  });

  it("takes __proto__ and constructor as keys like any other", () => {
    const replica = holding(["object", [["__proto__", 1]]]);
    replica.apply([
      ["put", 1, "constructor", 2],
      ["put", 1, "__proto__", 3],
      ["put", 1, "z", 4],
    ]);
    const inverse = replica.apply([["drop", 1, "__proto__"]]);
    replica.apply(inverse);
    expect(replica.toData().containers[0]?.[1]).toEqual([
      "object",
      [
        ["__proto__", 3],
        ["constructor", 2],
        ["z", 4],
      ],
    ]);
    expect(Object.entries(value(replica, "it") as object)).toEqual([
      ["__proto__", 3],
      ["constructor", 2],
      ["z", 4],
    ]);
  });

  it("copies aliases as aliases and cycles as cycles", () => {
    const replica = holding(["array", [["ref", 2], ["ref", 2], ["hole"]]], ["object", [["up", ["ref", 1]]]]);
    const plain = value(replica, "it") as { up: unknown }[];
    expect(plain[0]).toBe(plain[1]);
    expect(plain[0]?.up).toBe(plain);
    expect(2 in plain).toBe(false);
    expect(plain.length).toBe(3);
  });

  it("is built from data and gives it back", () => {
    const data = holding(
      [
        "map",
        [
          [
            ["ref", 2],
            ["ref", 3],
          ],
        ],
      ],
      ["dict", [["n", 10n]]],
      ["set", [NaN, undefined, ["ref", 4]]],
      ["atom", /x/g],
      ["date", 5],
    ).toData();
    expect(Replica.from(structuredClone(data)).toData()).toEqual(data);
    const copy = Replica.from(emptyGraph);
    copy.apply(toOperations(data));
    expect(copy.toData()).toEqual(data);
    expect(data.containers).toHaveLength(4);
  });

  it("refuses damaged data", () => {
    const data = scores(1).toData();
    for (const damaged of [
      null,
      { ...data, nextId: 0 },
      { ...data, nextId: 1 },
      { ...data, containers: [] },
      { ...data, containers: [...data.containers, ...data.containers] },
      { ...data, slots: [...data.slots, ...data.slots] },
      { ...data, slots: [["k", {}, 1]] },
    ]) {
      expect(() => Replica.from(damaged as typeof data)).toThrow(InvalidOperationError);
    }
  });
});

describe("operations from a worker", () => {
  it("are refused when their shape is wrong", () => {
    const bad: unknown[] = [
      null,
      {},
      [null],
      [[]],
      [["toString", 1]],
      [["new", "1", ["array", []]]],
      [["new", 1.5, ["array", []]]],
      [["new", 0, ["array", []]]],
      [["new", -1, ["array", {}]]],
      [["new", -1, ["array", [["ref"]]]]],
      [["new", -1, ["array", [["atom", /x/]]]]],
      [["new", -1, ["array", [Symbol.iterator]]]],
      [["new", -1, ["array", [() => 1]]]],
      [["new", -1, ["object", [[1, 1]]]]],
      [["new", -1, ["object", [["a", ["hole"]]]]]],
      [["new", -1, ["date", "now"]]],
      [["new", -1, ["atom", { source: "x" }]]],
      [["new", -1, ["bytes", [1]]]],
      [["new", -1, ["bytes", new Uint8Array(new SharedArrayBuffer(1))]]],
      [["put", 1, 2, 3]],
      [["put", 1, "a", { a: 1 }]],
      [["put", 1, "a", 1, "b", "c"]],
      [["at", 1, -1, 1]],
      [["at", 1, NaN, 1]],
      [["splice", 1, 0, 0, "abc"]],
      [["order", 1, 0, [1]]],
      [["order", 1, 0, [0.5, 1]]],
      [["length", 1, Infinity]],
      [["map-put", 1, "a", 1, "b"]],
      [["slot", 1, info, 1]],
      [["slot", "a", { ...info, count: -1 }, 1]],
      [["bind", "a", ["hole"]]],
    ];
    for (const operations of bad) expect(() => parseOperations(operations)).toThrow(InvalidOperationError);
  });

  it("get final ids, also for what an earlier step of the call made", () => {
    const known = new Map<number, number>();
    expect(
      numberOperations(
        [
          ["new", -1, ["array", [["ref", -2]]]],
          ["new", -2, ["map", [[["ref", -1], 1]]]],
          ["slot", "a", { name: "a", first: -1, count: 2 }, ["ref", -1]],
        ],
        7,
        known,
      ),
    ).toEqual([
      ["new", 7, ["array", [["ref", 8]]]],
      ["new", 8, ["map", [[["ref", 7], 1]]]],
      ["slot", "a", { name: "a", first: 7, count: 2 }, ["ref", 7]],
    ]);
    expect(numberOperations([["put", -2, "a", ["ref", -1], "b"]], 9, known)).toEqual([
      ["put", 8, "a", ["ref", 7], "b"],
    ]);
    expect(() => numberOperations([["drop", -3, "a"]], 9, known)).toThrow(InvalidOperationError);
    const claim: Operation = ["slot", "a", { name: "a", first: -1, count: 9 }, 1];
    expect(() => numberOperations([["new", -9, ["array", []]], claim], 9, known)).toThrow(InvalidOperationError);
    const empty: Operation = ["slot", "a", { name: "a", first: Number.MAX_SAFE_INTEGER, count: 0 }, 1];
    expect(() => numberOperations([empty], 9, known)).toThrow(InvalidOperationError);
    expect(() => numberOperations([["new", 3, ["array", []]]], 9, known)).toThrow(InvalidOperationError);
  });
});

describe("grafting", () => {
  it("takes one variable from another graph and leaves the others", () => {
    const now = Replica.from(emptyGraph);
    now.apply([
      ["new", 1, ["array", [1, 2, 3]]],
      ["new", 2, ["array", [["ref", 3]]]],
      ["new", 3, ["object", []]],
      ["slot", "a", { name: "a", first: 1, count: 1 }, ["ref", 1]],
      ["slot", "b", { name: "b", first: 2, count: 1 }, ["ref", 2]],
    ]);
    const fresh = holding(["array", [["ref", 2], 0]], ["object", [["n", 1]]]);
    fresh.apply([["slot", "a", { name: "a", first: 1, count: 2 }, ["ref", 1]]]);
    const result = Replica.from(graftSlots(now.toData(), fresh.toData(), ["a"]));
    expect([...result.slots().keys()].sort()).toEqual(["a", "b"]);
    expect(result.slots().get("a")?.info).toEqual({ name: "a", first: 4, count: 2 });
    expect(value(result, "a")).toEqual([{ n: 1 }, 0]);
    expect(value(result, "b")).toEqual([{}]);
  });
});
