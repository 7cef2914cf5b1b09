import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { unusedSince } from "../../state/drop-room.ts";
import { createMemoryChannel } from "../../state/memory-channel.ts";
import { createMemoryLocks } from "../../state/memory-locks.ts";
import { call, defineList, enter, listOf, meta, push } from "../../state/room-setup.ts";
import type { Operation } from "../../protocol/operation.ts";
import type { Room } from "../../state/room.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { createRooms } from "./rooms.ts";

beforeEach(() => {
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => void vi.unstubAllGlobals());

const draft = { id: "draft:d", from: "link:h" };

async function setup() {
  const [store, locks, channel] = [createMemoryStore(), createMemoryLocks(), createMemoryChannel()];
  let ids = 0;
  const openTab = (tab: string) =>
    createRooms(
      {
        store,
        rooms: { store, locks: locks.connect(), channel: channel.connect(), compactor: null },
        problem: null,
        answersLater: Promise.resolve(false),
        tab,
        now: () => 1000,
        newId: () => `id-${++ids}`,
      },
      (error) => {
        throw error;
      },
    );
  const rooms = openTab("a");
  const link = await rooms.open({ id: "link:h", from: null }, "h");
  rooms.enter(link);
  await link.define(defineList);
  await call(link, 1);
  return { rooms, link, openTab, store };
}

test("changed code runs in a copy of the room, and unchanged code in the room itself", async () => {
  const { rooms, link } = await setup();
  expect(await rooms.open(draft, "h")).toBe(link);
  const fork = await rooms.open(draft, "edited");
  expect([fork.id, listOf(fork), rooms.isBehind(fork)]).toEqual(["draft:d", [1], false]);
});

test("that a link was used is noted when it is opened, however soon it is left", async () => {
  const { rooms, store } = await setup();
  rooms.enter(await rooms.open(draft, "edited"));
  expect(await unusedSince(store, 1000)).toEqual([]);
  expect(await unusedSince(store, 1001)).toEqual(["link:h"]);
});

test("what is called between the copy and the moment the new app is there is in the copy in the end", async () => {
  const { rooms, link } = await setup();
  const first = await rooms.open(draft, "edited");
  await call(link, 2);
  expect(rooms.isBehind(first)).toBe(true);
  rooms.release(first);
  const second = await rooms.open(draft, "edited");
  expect([listOf(second), rooms.isBehind(second)]).toEqual([[1, 2], false]);
  rooms.enter(second);
  await call(second, 3);
  expect(listOf(await rooms.open(draft, "edited again"))).toEqual([1, 2, 3]);
});

test("calls made while an edit did not load are in the copy of the edit that does", async () => {
  const { rooms, link } = await setup();
  rooms.release(await rooms.open(draft, "broken"));
  await call(link, 2);
  expect(listOf(await rooms.open(draft, "mended"))).toEqual([1, 2]);
});

test("a copy that another tab works in already stays as it is", async () => {
  const { rooms, link, openTab } = await setup();
  rooms.release(await rooms.open(draft, "edited"));
  await call(await openTab("b").open(draft, "edited"), 9);
  await call(link, 2);
  const fork = await rooms.open(draft, "edited");
  expect([listOf(fork), rooms.isBehind(fork)]).toEqual([[1, 9], false]);
});

test("what other tabs do in the room that was copied leaves the copy as it is", async () => {
  const { rooms, openTab } = await setup();
  const fork = await rooms.open(draft, "edited");
  await call(await openTab("b").open({ id: "link:h", from: null }, "h"), 2);
  expect([listOf(fork), rooms.isBehind(fork)]).toEqual([[1], false]);
});

test("a room begins with a snapshot once, whoever opens it, and goes on from there", async () => {
  const { rooms, link, openTab } = await setup();
  const data = link.replica.toData();
  const other = openTab("b");
  await Promise.all([rooms.seed("link:h~s", data), other.seed("link:h~s", data)]);
  const room = await rooms.open({ id: "link:h~s", from: null }, "h");
  expect(listOf(room)).toEqual([1]);
  await call(room, 2);
  await other.seed("link:h~s", data);
  expect(listOf(await other.open({ id: "link:h~s", from: null }, "h"))).toEqual([1, 2]);
  expect(listOf(link)).toEqual([1]);
});

test("a function's name does not make what it did in the copy a load", async () => {
  const { rooms, link, openTab } = await setup();
  rooms.release(await rooms.open(draft, "edited"));
  const other = await openTab("b").open(draft, "edited");
  const lease = await enter(other, "Load");
  await lease.commit([push(other, 9)], meta, new Map());
  lease.release();
  await call(link, 2);
  expect(listOf(await rooms.open(draft, "edited"))).toEqual([1, 9]);
});

const first: Operation[] = [["slot", "value", { name: "value", first: 0, count: 0 }, 0]];
const define = (room: Room) => room.browser.define("k", first, { user: "u", code: "c" });

async function setKey(room: Room, value: number): Promise<void> {
  const lease = await enter((await define(room)).room, "setKey");
  await lease.commit([["bind", "value", value]], meta, new Map());
  lease.release();
}

async function keyOf(room: Room): Promise<unknown> {
  return (await room.browser.open("k")).replica.slots().get("value")?.value;
}

test("browser state that is changed between the copy and the moment the new app is there is in the copy in the end", async () => {
  const { rooms, link } = await setup();
  await define(link);
  const copy = await rooms.open(draft, "edited");
  await define(copy);
  await setKey(link, 5);
  expect([rooms.isBehind(copy), await keyOf(copy)]).toEqual([true, 0]);
  rooms.release(copy);
  const second = await rooms.open(draft, "edited");
  expect([rooms.isBehind(second), await keyOf(second)]).toEqual([false, 5]);
});

test("browser state that another tab changed in the copy stays as it is", async () => {
  const { rooms, link, openTab } = await setup();
  await define(link);
  rooms.release(await rooms.open(draft, "edited"));
  await setKey(await openTab("b").open(draft, "edited"), 9);
  await setKey(link, 5);
  const fork = await rooms.open(draft, "edited");
  expect([rooms.isBehind(fork), await keyOf(fork)]).toEqual([false, 9]);
});

test("a draft that has nothing but browser state keeps it over further edits", async () => {
  const { rooms, openTab } = await setup();
  const from = "link:keys";
  await setKey(await openTab("b").open({ id: from, from: null }, "keys"), 1);
  const fork = await rooms.open({ id: "draft:k", from }, "edited");
  rooms.enter(fork);
  await setKey(fork, 2);
  await rooms.open({ id: "draft:k", from }, "edited again");
  expect(await keyOf(await openTab("c").open({ id: "draft:k", from }, "edited again"))).toBe(2);
});

test("code that loads in the room that was copied leaves the copy as it is", async () => {
  const { rooms, link } = await setup();
  const fork = await rooms.open(draft, "edited");
  await link.define([["slot", "n#1", { name: "n", first: 0, count: 0 }, 1]]);
  expect(rooms.isBehind(fork)).toBe(false);
});

test("a room that is held still is changed by no call until it is let go, nor are its keys", async () => {
  const { rooms, link } = await setup();
  await define(link);
  const goOn = await rooms.holdStill();
  const ended: string[] = [];
  const calls = [call(link, 2).then(() => ended.push("call")), setKey(link, 5).then(() => ended.push("key"))];
  const fork = await rooms.open(draft, "edited");
  expect([listOf(fork), await keyOf(fork), ended]).toEqual([[1], 0, []]);
  goOn();
  await Promise.all(calls);
  expect([listOf(link), await keyOf(link)]).toEqual([[1, 2], 5]);
});

test("a call that has the room for long keeps nobody from going on", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { rooms, link } = await setup();
    const lease = await enter(link, "long");
    const holding = rooms.holdStill();
    await vi.advanceTimersByTimeAsync(2000);
    (await holding)();
    await lease.commit([push(link, 2)], meta, new Map());
    lease.release();
    expect(listOf(link)).toEqual([1, 2]);
  } finally {
    vi.useRealTimers();
  }
});
