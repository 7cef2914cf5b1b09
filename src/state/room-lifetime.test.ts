import { expect, test } from "vitest";
import { call, defineList, enter, listOf, logVersions, meta, push, settle, setup } from "./room-setup.ts";

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

test("a database that was deleted leaves an empty room, not the old state", async () => {
  const { openTab, store } = setup();
  const { room, changes } = await openTab("a");
  await room.define(defineList);
  await store.transact({ keys: [] }, () => ({ deleteRanges: [[["room"], ["room", "\uffff"]]], result: null }));
  await room.catchUp();
  expect([room.version, room.epoch, room.replica.slots().size]).toEqual([0, "", 0]);
  expect(changes.at(-1)).toMatchObject({ source: "reset" });
  await room.define(defineList);
  expect(room.version).toBe(1);
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
