import { expect, test, vi } from "vitest";
import { InvalidOperationError } from "../journal/replica.ts";
import type { ContainerId, Operation } from "../protocol/operation.ts";
import { createSession } from "./session.ts";

const defineHistory: Operation[] = [
  ["new", -1, ["array", []]],
  ["slot", "history", { name: "history", first: -1, count: 1 }, ["ref", -1]],
];

function setup() {
  const session = createSession({ hash: "code" });
  session.apply(defineHistory, new Map());
  const plain = (): unknown => {
    const slot = session.replica.slots().get("history");
    return slot && session.replica.toPlain(slot.value);
  };
  return { session, plain };
}

test("a session takes in what a worker did and numbers its containers over the whole call", () => {
  const { session, plain } = setup();
  const known = new Map<ContainerId, ContainerId>();
  const first = session.apply(
    [
      ["new", -1, ["array", ["a"]]],
      ["splice", 1, 0, 0, [["ref", -1]]],
    ],
    known,
  );
  expect(first).toMatchObject({ version: 2, numbered: [[-1, 2]] });
  expect(session.apply([["splice", -1, 1, 0, ["b"]]], known)).toMatchObject({ version: 3, numbered: [] });
  expect(plain()).toEqual([["a", "b"]]);
});

test("operations that do not fit leave the session as it was", () => {
  const { session, plain } = setup();
  const listener = vi.fn();
  session.subscribe(listener);
  const known = new Map<ContainerId, ContainerId>();
  const broken: Operation[] = [
    ["new", -1, ["array", []]],
    ["splice", 1, 0, 0, [1]],
    ["splice", 99, 0, 0, [1]],
  ];
  expect(() => session.apply(broken, known)).toThrow(InvalidOperationError);
  expect(plain()).toEqual([]);
  expect(known.size).toBe(0);
  expect(listener).not.toHaveBeenCalled();
});

test("subscribers get the operations and what takes them back", () => {
  const { session, plain } = setup();
  const listener = vi.fn();
  const stop = session.subscribe(listener);
  session.apply([["splice", 1, 0, 0, ["x"]]], new Map());
  expect(listener.mock.calls).toMatchObject([[{ version: 2, operations: [["splice", 1, 0, 0, ["x"]]] }]]);
  session.replica.apply(listener.mock.calls[0]?.[0].inverse);
  expect(plain()).toEqual([]);
  stop();
  session.apply([["splice", 1, 0, 0, ["y"]]], new Map());
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a session starts from another's data", () => {
  const { session } = setup();
  session.apply([["splice", 1, 0, 0, ["x"]]], new Map());
  const copy = createSession({ hash: "code", data: session.data() });
  expect(copy.data()).toEqual(session.data());
});

test("checking says what applying would, and nobody sees it", () => {
  const { session, plain } = setup();
  const listener = vi.fn();
  session.subscribe(listener);
  const known = new Map<ContainerId, ContainerId>();
  const made: Operation[] = [
    ["new", -1, ["array", ["a"]]],
    ["splice", 1, 0, 0, [["ref", -1], "b"]],
  ];
  session.check(made, known);
  expect(() => session.check([["splice", 99, 0, 0, []]], known)).toThrow(InvalidOperationError);
  expect(plain()).toEqual([]);
  expect(known.size).toBe(0);
  expect(listener).not.toHaveBeenCalled();
  const by = {};
  const { numbered } = session.apply(made, known, by);
  expect(plain()).toEqual([["a"], "b"]);
  expect(numbered).toEqual([...known]);
  expect(listener).toHaveBeenCalledWith(expect.objectContaining({ version: 2, by }));
});

test("State that another load has added by then is kept as it is", () => {
  const { session, plain } = setup();
  session.apply([["splice", 1, 0, 0, ["kept"]]], new Map());
  const again = session.define([
    ["new", -1, ["array", []]],
    ["new", -2, ["array", ["new"]]],
    ["slot", "history", { name: "history", first: -1, count: 1 }, ["ref", -1]],
    ["slot", "other", { name: "other", first: -2, count: 1 }, ["ref", -2]],
  ]);
  expect(again.existed).toEqual(["history"]);
  expect(plain()).toEqual(["kept"]);
  const other = session.replica.slots().get("other");
  expect(other && session.replica.toPlain(other.value)).toEqual(["new"]);
});
