import { expect, test } from "vitest";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { forkAnew } from "./fork.ts";
import {
  call,
  defineList,
  enter,
  listOf,
  logVersions,
  meta,
  push,
  settle,
  setup,
  setupCompaction,
} from "./room-setup.ts";

test("a restart gives all tabs a new epoch and ends the old log", async () => {
  const { openTwo, store } = setup();
  const [a, b] = await openTwo();
  await a.room.define(defineList);
  const initial = a.room.replica.toData();
  await call(a.room, 1);
  await settle();
  const before = b.room.epoch;
  await a.room.restart(() => initial);
  await settle();
  expect([listOf(a.room), listOf(b.room)]).toEqual([[], []]);
  expect(b.room.epoch).toBe(a.room.epoch);
  expect(b.room.epoch).not.toBe(before);
  expect(b.changes.at(-1)).toMatchObject({ source: "reset", entry: null, version: 1 });
  expect(await logVersions(store)).toEqual([1]);
  await call(b.room, 5);
  await settle();
  expect(listOf(a.room)).toEqual([5]);
});

test("a change outside any call waits for the lock and is in the history", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  const lease = await enter(room);
  const changing = room.change("Discard list", () => [["unslot", "list#1"]]);
  await lease.commit([push(room, 1)], meta, new Map());
  expect(room.version).toBe(2);
  lease.release();
  await changing;
  expect(room.replica.slots().size).toBe(0);
  expect((await room.history(2)).map(({ version, fn, tab }) => [version, fn, tab])).toEqual([
    [3, "Discard list", "a"],
    [2, "push", "a"],
  ]);
});

test("a fork is the room as it is, in another room", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  await call(room, 1);
  await room.fork("draft");
  await call(room, 2);
  const { room: fork } = await openTab("a", { id: "draft" });
  expect(listOf(fork)).toEqual([1]);
  expect([fork.version, fork.epoch]).toEqual([2, room.epoch]);
  await call(fork, 3);
  expect(listOf(room)).toEqual([1, 2]);
  await expect(room.fork("draft")).rejects.toMatchObject({ kind: "conflict" });
});

test("a copy in which code was loaded and nothing else is made anew, and a tab that has it open starts over", async () => {
  const { room, openTab, store, compact, push } = await setupCompaction();
  await push([-1]);
  await compact();
  await push([0]);
  await compact();
  await push([1]);
  const copied = await room.fork("draft");
  const { room: fork } = await openTab("a", { id: "draft" });
  await fork.define([["slot", "n#1", { name: "n", first: 0, count: 0, made: "a" }, 1]]);
  await call(room, 2);
  await call(room, 3);
  const again = await forkAnew(store, "room", "draft", { copied, epoch: "anew" });
  if (!again) throw new Error("It was not made anew.");
  await fork.catchUp();
  expect([fork.epoch, fork.version, listOf(fork), fork.replica.slots().size]).toEqual(["anew", 6, [-1, 0, 1, 2, 3], 1]);
  await call(fork, 4);
  expect(await forkAnew(store, "room", "draft", { copied: again, epoch: "again" })).toBe(null);
  await fork.catchUp();
  expect([fork.epoch, listOf(fork), listOf(room)]).toEqual(["anew", [-1, 0, 1, 2, 3, 4], [-1, 0, 1, 2, 3]]);
});

test("a copy that was reset is not made anew", async () => {
  const { openTab, store } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  await call(room, 1);
  const copied = await room.fork("draft");
  const { room: fork } = await openTab("a", { id: "draft" });
  await fork.restart((replica) => replica.toData());
  await call(room, 2);
  expect(await forkAnew(store, "room", "draft", { copied, epoch: "anew" })).toBe(null);
});

async function deleteAll(store: KeyValueStore): Promise<void> {
  await store.transact({ keys: [] }, () => ({ deleteRanges: [[["room"], ["room", "\uffff"]]], result: null }));
}

test("a database that was deleted leaves an empty room and words for people, not the old state", async () => {
  const { openTab, store } = setup();
  const { room, changes, problems } = await openTab("a");
  await room.define(defineList);
  await deleteAll(store);
  await room.catchUp();
  await room.catchUp();
  expect([room.version, room.epoch, room.replica.slots().size]).toEqual([0, "", 0]);
  expect(changes.at(-1)).toMatchObject({ source: "reset" });
  expect(problems).toMatchObject([{ kind: "deleted" }]);
  await room.define(defineList);
  expect(room.version).toBe(1);
});

test("a call under which the database is deleted is undone, and all tabs start anew in a new epoch", async () => {
  const { openTwo, store } = setup();
  const [a, b] = await openTwo();
  await a.room.define(defineList);
  await call(a.room, 1);
  await settle();
  const before = a.room.epoch;
  const lease = await enter(a.room);
  await deleteAll(store);
  const late = lease.commit([push(a.room, 2)], meta, new Map());
  await expect(late).rejects.toMatchObject({ kind: "conflict" });
  lease.release();
  expect(await logVersions(store)).toEqual([]);
  expect(a.problems).toMatchObject([{ kind: "deleted" }]);
  await b.room.define(defineList);
  await call(b.room, 3);
  await settle();
  expect([listOf(a.room), listOf(b.room)]).toEqual([[3], [3]]);
  expect(a.room.epoch).toBe(b.room.epoch);
  expect(a.room.epoch).not.toBe(before);
});

test("a restart is made of the room as it is then, whatever is committed meanwhile", async () => {
  const { openTwo, store, openTab } = setup();
  const [, b] = await openTwo();
  await b.room.define(defineList);
  let interfere = true;
  const slow: KeyValueStore = {
    ...store,
    async transact(...args) {
      // As a page would that was frozen before it got here, and lost its lock.
      if (interfere) {
        interfere = false;
        await b.room.define([["slot", "n#1", { name: "n", first: 0, count: 0 }, 1]]);
      }
      return store.transact(...args);
    },
  };
  const { room } = await openTab("c", { store: slow });
  await room.restart((replica) => replica.toData());
  expect([...room.replica.slots().keys()]).toEqual(["list#1", "n#1"]);
});

test("a damaged room opens empty, says so, and can be reset", async () => {
  const { openTab, store } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  const data = room.replica.toData();
  await call(room, 1);
  await store.transact({ keys: [] }, () => ({ deletes: [["room", "log", 1]], result: null }));
  const { room: other, problems } = await openTab("b");
  expect(problems).toMatchObject([{ kind: "damaged" }]);
  await other.restart(() => data);
  expect(listOf(other)).toEqual([]);
  await call(other, 1);
  expect(listOf(other)).toEqual([1]);
});

test("disposing ends the waiting with words for people", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await enter(room);
  const waiting = enter(room);
  room.dispose();
  await expect(waiting).rejects.toMatchObject({ kind: "closed" });
});
