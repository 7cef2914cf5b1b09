import { expect, test } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import { InvalidOperationError } from "../journal/replica.ts";
import type { ContainerId, Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import { createMemoryLocks } from "./memory-locks.ts";
import type { Room } from "./room.ts";
import { call, defineList, enter, listOf, logVersions, meta, push, settle, setup } from "./room-setup.ts";

/** A store whose next transaction fails: before or after it is stored. */
function failOnce(
  store: KeyValueStore,
  when: "before" | "after",
  error = new StorageError("lost", "The database is gone."),
) {
  let armed = false;
  const failing: KeyValueStore = {
    ...store,
    async transact(reads, decide, options) {
      if (!armed) return store.transact(reads, decide, options);
      armed = false;
      const result = await store.transact(
        reads,
        (values, ranges) => {
          const writes = decide(values, ranges);
          return when === "after" ? writes : { result: writes.result };
        },
        options,
      );
      if (result !== undefined) throw error;
      return result;
    },
  };
  return { store: failing, arm: () => (armed = true) };
}

test.each([
  ["the room was reset", (thief: Room) => thief.restart((replica) => replica.toData())],
  ["another tab committed, as after the lock was stolen", (thief: Room) => call(thief, 1)],
])("a commit is refused when %s while the call ran", async (_, takeAway) => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  const lease = await enter(room);
  const { room: thief } = await openTab("thief", { locks: createMemoryLocks().connect() });
  await takeAway(thief);
  const before = listOf(thief);
  await expect(lease.commit([push(room, 2)], meta, new Map())).rejects.toMatchObject({ kind: "conflict" });
  await expect(lease.commit([push(room, 3)], meta, new Map())).rejects.toMatchObject({ kind: "conflict" });
  lease.release();
  await room.catchUp();
  expect(listOf(room)).toEqual(before);
  await call(room, 4);
  expect(listOf(room)).toEqual([...before, 4]);
});

test("a transaction that fails leaves the replica and its subscribers as they were", async () => {
  const { store, openTab } = setup();
  const failing = failOnce(store, "before", new StorageError("quota", "No room left."));
  const { room, changes } = await openTab("a", { store: failing.store });
  await room.define(defineList);
  const before = room.replica.toData();
  changes.length = 0;
  failing.arm();
  const lost = call(room, 1);
  await expect(lost).rejects.toMatchObject({ kind: "not-stored" });
  await expect(lost).rejects.toThrow("The change was not stored and is undone. No room left.");
  expect(room.replica.toData()).toEqual(before);
  expect(room.version).toBe(1);
  expect(changes).toEqual([]);
  await call(room, 2);
  expect(listOf(room)).toEqual([2]);
});

test("nobody sees a change before it is stored", async () => {
  const { store, openTab } = setup();
  const gate = createDeferred<undefined>();
  let gated = false;
  const slow: KeyValueStore = {
    ...store,
    async transact(reads, decide, options) {
      const result = await store.transact(reads, decide, options);
      if (gated) await gate.promise;
      return result;
    },
  };
  const { room, changes } = await openTab("a", { store: slow });
  await room.define(defineList);
  changes.length = 0;
  gated = true;
  const calling = call(room, 1);
  await settle();
  expect(listOf(room)).toEqual([]);
  expect(room.version).toBe(1);
  expect(changes).toEqual([]);
  gate.resolve(undefined);
  await calling;
  expect(listOf(room)).toEqual([1]);
  expect(changes.map(({ source, version }) => [source, version])).toEqual([["here", 2]]);
});

test("a commit whose outcome is unknown counts if its id is in the log", async () => {
  const { store, openTab } = setup();
  const failing = failOnce(store, "after");
  const { room, changes } = await openTab("a", { store: failing.store });
  const { room: other } = await openTab("b");
  await room.define(defineList);
  changes.length = 0;
  failing.arm();
  expect(await call(room, 1)).toBe(2);
  await settle();
  expect(listOf(room)).toEqual([1]);
  expect(listOf(other)).toEqual([1]);
  expect(changes.map(({ source, version }) => [source, version])).toEqual([["here", 2]]);
});

test.each([
  ["after", [[1], 2]],
  ["before", [2]],
] as const)(
  "when the store fails %s a commit and then answers nothing, the room finds out later",
  async (when, list) => {
    const { store, openTab } = setup();
    const failing = failOnce(store, when);
    let readable = true;
    const unreadable: KeyValueStore = {
      ...failing.store,
      read: (reads) => (readable ? store.read(reads) : Promise.reject(new StorageError("lost", "gone"))),
    };
    const { room } = await openTab("a", { store: unreadable });
    await room.define(defineList);
    const lease = await enter(room);
    failing.arm();
    readable = false;
    const unknown = lease.commit([["new", -1, ["array", [1]]], push(room, ["ref", -1])], meta, new Map());
    await expect(unknown).rejects.toMatchObject({ kind: "unknown-outcome" });
    lease.release();
    expect(listOf(room)).toEqual([]);
    readable = true;
    await call(room, 2);
    expect(listOf(room)).toEqual(list);
    const { room: fresh } = await openTab("b");
    expect(room.replica.toData()).toEqual(fresh.replica.toData());
  },
);

test("operations that do not fit are refused whole and leave no ids behind", async () => {
  const { openTab, store } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  const lease = await enter(room);
  const known = new Map<ContainerId, ContainerId>();
  const broken: Operation[] = [["new", -1, ["array", []]], push(room, ["ref", -1]), ["splice", 99, 0, 0, []]];
  await expect(lease.commit(broken, meta, known)).rejects.toBeInstanceOf(InvalidOperationError);
  expect(known.size).toBe(0);
  expect(await logVersions(store)).toEqual([1]);
  await lease.commit([push(room, 1)], meta, known);
  lease.release();
  expect(listOf(room)).toEqual([1]);
});

test("a listener that throws does not undo a commit", async () => {
  const { openTab } = setup();
  const { room, problems } = await openTab("a");
  await room.define(defineList);
  const mistake = new Error("a view's mistake");
  room.subscribe(() => {
    throw mistake;
  });
  expect(await call(room, 1)).toBe(2);
  expect(problems).toEqual([mistake]);
});
