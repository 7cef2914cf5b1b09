import { expect, test } from "vitest";
import type { Operation } from "../protocol/operation.ts";
import type { LogEntry } from "./log.ts";
import type { Room } from "./room.ts";
import { call, defineList, enter, listId, listOf, meta, push, settle, setup } from "./room-setup.ts";
import { stepDepth, takeStep, toCommit, toSteps, type Way } from "./undo.ts";

async function stepsOf(room: Room) {
  return toSteps((await room.history(stepDepth)).map(toCommit));
}

/** What a person who looks at the room and presses the button gets. */
async function press(room: Room, way: Way): Promise<boolean> {
  return takeStep(room, way, (await stepsOf(room))[way][0]?.id ?? "");
}

async function labels(room: Room): Promise<string[]> {
  return (await room.history(stepDepth)).map(({ fn }) => fn);
}

/** Two tabs of a room whose list holds the values, each pushed by a call of a user in the first. */
async function setupCalls(...values: readonly number[]) {
  const tools = setup();
  const [a, b] = await tools.openTwo();
  await a.room.define(defineList);
  for (const value of values) await call(a.room, value);
  await settle();
  return { ...tools, a: a.room, b: b.room };
}

test("undo takes back the newest change, whoever made it, in every tab, as a commit of its own", async () => {
  const { a, b } = await setupCalls(3, 9);
  expect(await press(b, "undo")).toBe(true);
  await settle();
  expect([listOf(a), listOf(b)]).toEqual([[3], [3]]);
  expect(await labels(a)).toEqual(["Undo of push", "push", "push", "Load"]);
});

test("undo goes back step by step, and redo forth again to the very same", async () => {
  const { a } = await setupCalls(3, 9, 5);
  const states: unknown[] = [];
  for (const way of ["undo", "undo", "undo", "redo", "redo", "undo", "redo", "redo"] as const) {
    expect(await press(a, way)).toBe(true);
    states.push(listOf(a));
  }
  expect(states).toEqual([[3, 9], [3], [], [3], [3, 9], [3], [3, 9], [3, 9, 5]]);
  expect(await press(a, "redo")).toBe(false);
});

test("a change after an undo ends what could be done again, and is the next to be taken back", async () => {
  const { a } = await setupCalls(3, 9);
  await press(a, "undo");
  await call(a, 7);
  expect((await stepsOf(a)).redo).toEqual([]);
  expect(await press(a, "undo")).toBe(true);
  expect(listOf(a)).toEqual([3]);
  expect(await press(a, "undo")).toBe(true);
  expect(listOf(a)).toEqual([]);
  expect(await press(a, "undo")).toBe(false);
});

test("containers come back as who they were, so that later steps still find them", async () => {
  const { a, b } = await setupCalls();
  const lease = await enter(a, "nest");
  await lease.commit([["new", -1, ["array", [1]]], push(a, ["ref", -1])], meta, new Map());
  const inner = a.replica.nextId - 1;
  await lease.commit([["splice", inner, 1, 0, [2]]], meta, new Map());
  lease.release();
  for (const way of ["undo", "undo", "redo", "redo"] as const) await press(b, way);
  await settle();
  expect([listOf(a), listOf(b)]).toEqual([[[1, 2]], [[1, 2]]]);
  await press(a, "undo");
  expect(listOf(a)).toEqual([[1]]);
});

test("a tab opened later finds what was undone undone, and can do it again", async () => {
  const { a, openTab } = await setupCalls(3, 9);
  await press(a, "undo");
  const { room: later } = await openTab("later");
  expect(listOf(later)).toEqual([3]);
  expect(await press(later, "redo")).toBe(true);
  expect(listOf(later)).toEqual([3, 9]);
});

test("nothing is undone if the newest change is no longer the one that the person saw", async () => {
  const { a, b } = await setupCalls(3);
  const seen = (await stepsOf(a)).undo[0]?.id ?? "";
  await call(b, 9);
  expect(await takeStep(a, "undo", seen)).toBe(false);
  expect(listOf(a)).toEqual([3, 9]);
});

test("a call that has the room when undo is asked for goes first, and then nothing is undone", async () => {
  const { a, b } = await setupCalls(3);
  const lease = await enter(b);
  const undone = press(a, "undo");
  await settle();
  await lease.commit([push(b, 9)], meta, new Map());
  lease.release();
  expect(await undone).toBe(false);
  await settle();
  expect([listOf(a), listOf(b)]).toEqual([
    [3, 9],
    [3, 9],
  ]);
});

test("of two people who undo the same change at once one does", async () => {
  const { a, b } = await setupCalls(3, 9);
  const done = await Promise.all([press(a, "undo"), press(b, "undo")]);
  await settle();
  expect(done.toSorted()).toEqual([false, true]);
  expect([listOf(a), listOf(b)]).toEqual([[3], [3]]);
});

test("loading code that adds variables is no step, and stands in no step's way", async () => {
  const { a, b } = await setupCalls(3);
  const lease = await enter(a);
  const undone = press(a, "undo");
  await settle();
  await b.define([
    ["new", -1, ["array", [5]]],
    ["slot", "more#1", { name: "more", first: -1, count: 1 }, ["ref", -1]],
  ]);
  lease.release();
  expect(await undone).toBe(true);
  expect(listOf(a)).toEqual([]);
  expect(a.replica.slots().has("more#1")).toBe(true);
});

test("a variable that was discarded comes back", async () => {
  const { a } = await setupCalls(3);
  await a.change("Discard", () => [["unslot", "list#1"]]);
  expect(a.replica.slots().has("list#1")).toBe(false);
  await press(a, "undo");
  expect(listOf(a)).toEqual([3]);
  await press(a, "redo");
  expect(a.replica.slots().has("list#1")).toBe(false);
});

test("a reset cannot be undone, nor what was before it", async () => {
  const { a } = await setupCalls(3);
  await a.restart((replica) => replica.toData());
  expect(await stepsOf(a)).toEqual({ undo: [], redo: [] });
});

test("a reset between the look and the press leaves everything as it is", async () => {
  const { a, b } = await setupCalls(3);
  const seen = (await stepsOf(a)).undo[0]?.id ?? "";
  await b.restart((replica) => replica.toData());
  await call(b, 4);
  expect(await takeStep(a, "undo", seen)).toBe(false);
  expect(listOf(b)).toEqual([3, 4]);
});

test("a function cannot pass for a step by its name", async () => {
  const { a } = await setupCalls(3);
  const lease = await a.enter({
    fn: "Undo of push",
    user: "User 1",
    signal: new AbortController().signal,
    onQueue: () => undefined,
  });
  await lease.commit([["splice", listId(a), 1, 0, [4]]], meta, new Map());
  lease.release();
  expect((await stepsOf(a)).redo).toEqual([]);
  expect((await stepsOf(a)).undo.map(({ change }) => change.fn)).toEqual(["Undo of push", "push"]);
});

test("where the log no longer holds a step's beginning, the step bears its name all the same", () => {
  const undo = {
    id: "2",
    fn: "Undo of push",
    user: "",
    tab: "a",
    time: 1,
    kind: "undo",
    restored: [],
    dropped: [],
  } as const;
  expect(toSteps([undo]).redo).toMatchObject([{ id: "2", change: { fn: "push" } }]);
});

test("cleaning up is no step, ends nothing that can be done again, and does not keep one from going further back", async () => {
  const { a } = await setupCalls(3);
  const pair: Operation[] = [
    ["new", -1, ["object", [["other", ["ref", -2]]]]],
    ["new", -2, ["object", [["other", ["ref", -1]]]]],
    ["splice", listId(a), 0, 0, [["ref", -1]]],
  ];
  const lease = await enter(a, "store");
  await lease.commit(pair, meta, new Map());
  await lease.commit([["splice", listId(a), 0, 1, []]], meta, new Map());
  lease.release();
  const cleanUp = () => a.change("Clean up", () => [["forget", a.replica.unreachable()]], "clean-up");
  await cleanUp();
  expect(a.replica.unreachable()).toEqual([]);
  expect((await stepsOf(a)).undo.map(({ change }) => change.fn)).toEqual(["store", "store", "push"]);
  await press(a, "undo");
  expect(listOf(a)).toMatchObject([{ other: { other: {} } }, 3]);
  await press(a, "redo");
  await cleanUp();
  for (let i = 0; i < 3; i++) expect(await press(a, "undo")).toBe(true);
  await cleanUp();
  expect(listOf(a)).toEqual([]);
  for (let i = 0; i < 2; i++) expect(await press(a, "redo")).toBe(true);
  expect(listOf(a)).toMatchObject([{ other: { other: {} } }, 3]);
});

test("code that makes a variable anew is no step, and ends only what was done to that variable", async () => {
  const { a, b } = await setupCalls(3);
  const made = (hash: string, value: number): Operation[] => [
    ["slot", "n#1", { name: "n", first: 0, count: 0, made: hash }, value],
  ];
  await a.define(made("1", 1));
  await call(a, 4);
  const lease = await enter(a, "setN");
  await lease.commit([["bind", "n#1", 9]], meta, new Map());
  lease.release();
  await press(a, "undo");
  await press(a, "undo");
  expect((await stepsOf(a)).redo.map(({ change }) => change.fn)).toEqual(["push", "setN"]);
  await b.define(made("2", 2));
  const { undo, redo } = await stepsOf(a);
  expect([undo, redo].map((steps) => steps.map(({ change }) => change.fn))).toEqual([["push"], ["push"]]);
  await press(a, "redo");
  expect([listOf(a), a.replica.slots().get("n#1")?.value]).toEqual([[3, 4], 2]);
});

test("what a call without a user did is a step by whatever name, as when somebody leaves", async () => {
  const { a } = await setupCalls(3);
  const lease = await enter(a, "Undo of push");
  await lease.commit([push(a, 4)], meta, new Map());
  lease.release();
  expect((await stepsOf(a)).undo.map(({ change }) => change.fn)).toEqual(["Undo of push", "push"]);
});

test("a log that was written before kinds were stored goes on as it did", async () => {
  const { a, b, store } = await setupCalls(3, 9);
  await press(a, "undo");
  await a.change("Clean up", () => [["forget", [99]]], "clean-up");
  const { version } = a;
  for (let at = 1; at <= version; at++) {
    const { kind: _, ...old } = (await store.get(["room", "log", at])) as LogEntry;
    await store.transact({ keys: [] }, () => ({ puts: [[["room", "log", at], old]], result: null }));
  }
  expect((await b.history(9)).map(({ kind }) => kind)).toEqual(["clean-up", "undo", "change", "change", "load"]);
  expect(await press(b, "redo")).toBe(true);
  expect(listOf(b)).toEqual([3, 9]);
});
