import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Operation } from "../protocol/operation.ts";
import { call, enter, listOf, meta, push, settle, setup, setupCompaction } from "./room-setup.ts";
import type { Room } from "./room.ts";
import { createSession } from "./session.ts";
import { keptSlots } from "./slots.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** `const list = build()` as a worker's load reports it, with the hash of `build`. */
function built(made: string, value: number): Operation[] {
  return [
    ["new", -1, ["array", [value]]],
    ["slot", "list#1", { name: "list", first: -1, count: 1, made }, ["ref", -1]],
  ];
}

test("a variable that no call has written is made anew in the one commit of the load, in every tab", async () => {
  const { openTwo, store } = setup();
  const [a, b] = await openTwo();
  await a.room.define(built("a", 1));
  const result = await b.room.define(built("b", 2));
  expect(result).toMatchObject({ version: 2, added: ["list#1"], existed: [], numbered: [[-1, 2]] });
  await settle();
  expect([listOf(a.room), listOf(b.room)]).toEqual([[2], [2]]);
  expect(a.room.replica.toData().containers.map(([id]) => id)).toEqual([2]);
  expect(await store.get(["room", "log", 2])).toMatchObject({ fn: "Load" });
});

test("one that a call has written stays, in the tab that wrote it and in others", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(built("a", 1));
  await call(a.room, 7);
  expect(await b.room.define(built("b", 2))).toMatchObject({ version: 2, added: [], existed: ["list#1"] });
  expect(listOf(b.room)).toEqual([1, 7]);
});

test("a call that commits between a tab's load and its commit wins over what was loaded", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(built("a", 1));
  const calling = call(a.room, 7);
  const defining = calling.then(() => b.room.define(built("b", 2)));
  expect(await defining).toMatchObject({ existed: ["list#1"] });
  await settle();
  expect([listOf(a.room), listOf(b.room)]).toEqual([
    [1, 7],
    [1, 7],
  ]);
});

const n: Operation = ["slot", "n#1", { name: "n", first: 0, count: 0 }, 1];

/** A call that waits behind everything that waits for the lock now. */
async function afterwards(room: Room): Promise<void> {
  const calling = call(room, 8);
  await vi.waitFor(async () => expect(await Promise.race([calling, Promise.resolve(0)])).toBeGreaterThan(0));
}

test("a load waits a moment for a call that has the room, and makes anew what that did not write", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define([...built("a", 1), n]);
  const lease = await enter(a.room);
  const defining = b.room.define(built("b", 2));
  await lease.commit([["bind", "n#1", 5]], meta, new Map());
  lease.release();
  expect(await defining).toMatchObject({ added: ["list#1"], existed: [] });
  await settle();
  expect([listOf(a.room), a.room.replica.slots().get("n#1")?.value]).toEqual([[2], 5]);
});

test("a load does not wait for a long call, nor take its turn: what it makes anew comes after it", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(built("a", 1));
  const lease = await enter(a.room);
  const defining = b.room.define([...built("b", 2), n]);
  await settle();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await defining).toMatchObject({ added: ["n#1"], existed: ["list#1"] });
  await lease.commit([["bind", "n#1", 5]], meta, new Map());
  expect(listOf(b.room)).toEqual([1]);
  lease.release();
  await vi.waitFor(() => expect([a.room.version, listOf(a.room), listOf(b.room)]).toEqual([4, [2], [2]]));
  expect(a.room.replica.slots().get("n#1")?.value).toBe(5);
  expect((await a.room.history(9)).map(({ kind }) => kind)).toEqual(["load", "call", "load", "load"]);
  expect([...a.problems, ...b.problems]).toEqual([]);
});

test("what a long call wrote is not made anew after it", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(built("a", 1));
  const lease = await enter(a.room);
  const defining = b.room.define(built("b", 2));
  await settle();
  await vi.advanceTimersByTimeAsync(1000);
  await defining;
  await lease.commit([push(a.room, 7)], meta, new Map());
  lease.release();
  await afterwards(b.room);
  await settle();
  expect([listOf(a.room), listOf(b.room), b.room.version]).toEqual([[1, 7, 8], [1, 7, 8], 3]);
});

test("what waits for a long call is given up when other code is loaded, or the room is closed", async () => {
  const { openTab } = setup();
  const [a, b, c] = [await openTab("a"), await openTab("b"), await openTab("c")];
  await a.room.define(built("a", 1));
  const lease = await enter(a.room);
  for (const { room } of [b, c]) {
    const defining = room.define(built("b", 2));
    await settle();
    await vi.advanceTimersByTimeAsync(1000);
    await defining;
  }
  expect(await b.room.define(built("a", 1))).toMatchObject({ added: [], existed: ["list#1"] });
  c.room.dispose();
  lease.release();
  await afterwards(b.room);
  await settle();
  expect([listOf(a.room), a.room.version]).toEqual([[1, 8], 2]);
  expect([...b.problems, ...c.problems]).toEqual([]);
});

test("tabs with different code change each other's values by a load only, and then once", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(built("a", 1));
  await b.room.define(built("b", 2));
  await settle();
  expect([a.room.version, b.room.version]).toEqual([2, 2]);
  await a.room.define(built("a", 1));
  await settle();
  expect([a.room.version, listOf(b.room)]).toEqual([3, [1]]);
  await call(b.room, 5);
  await a.room.define(built("a", 1));
  await b.room.define(built("b", 2));
  await settle();
  expect([a.room.version, listOf(a.room)]).toEqual([4, [1, 5]]);
});

test("whether a variable was written survives a snapshot, a copy of the room, and the browser", async () => {
  const { room, openTab, compact, push } = await setupCompaction();
  await room.define([["slot", "n#1", { name: "n", first: 0, count: 0, made: "a" }, 1]]);
  await room.define([["slot", "m#1", { name: "m", first: 0, count: 0, made: "a" }, 1]]);
  await room.change("set", () => [["bind", "n#1", 5]]);
  await push([1, 2]);
  await compact();
  await room.fork("copy");
  for (const id of ["room", "copy"]) {
    const { room: later } = await openTab("later", { id });
    const edited = ["n", "m"].map((name): Operation => [
      "slot",
      `${name}#1`,
      { name, first: 0, count: 0, made: "b" },
      2,
    ]);
    expect(await later.define(edited)).toMatchObject({ added: ["m#1"], existed: ["n#1"] });
  }
});

test("a commit that fails leaves a variable as untouched as it was", async () => {
  const { store, openTab } = setup();
  const failing = { ...store, transact: () => Promise.reject(new Error("no")) };
  const { room } = await openTab("a");
  await room.define(built("a", 1));
  const { room: broken } = await openTab("b", { store: failing as typeof store });
  await expect(call(broken, 1)).rejects.toThrow("no");
  expect(broken.replica.slots().get("list#1")?.info.made).toBe("a");
});

test("kept over an edit are only those that a call has written", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await room.define([...built("a", 1), ["slot", "n#1", { name: "n", first: 0, count: 0, made: "a" }, 1]]);
  await call(room, 7);
  expect(keptSlots(room.replica, ["list#1", "n#1"], true)).toEqual(new Set(["list#1"]));
});

test("a session follows the same rule", () => {
  const session = createSession({ hash: "s" });
  session.define(built("a", 1));
  expect(session.define(built("b", 2)).existed).toEqual([]);
  const value = () => {
    const slot = session.replica.slots().get("list#1");
    return slot && session.replica.toPlain(slot.value);
  };
  expect(value()).toEqual([2]);
  session.apply([["splice", 2, 1, 0, [9]]], new Map());
  expect(session.define(built("c", 3)).existed).toEqual(["list#1"]);
  expect(value()).toEqual([2, 9]);
});
