import { expect, test } from "vitest";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import type { Key } from "../storage/key.ts";
import { StorageError } from "../storage/storage-error.ts";
import { compactRoom } from "./compaction.ts";
import {
  call,
  defineList,
  enter,
  listId,
  listOf,
  logVersions,
  meta,
  range,
  settle,
  setup,
  setupCompaction,
} from "./room-setup.ts";

async function snapshotKeys(store: KeyValueStore): Promise<Key[]> {
  return (await store.range(["room", "snapshot", 0], ["room", "snapshot", Infinity])).map(([key]) => key);
}

/** Makes each value under the prefix another one. */
async function spoil(store: KeyValueStore, slot: number): Promise<void> {
  const found = await store.range(["room", "snapshot", slot, ""], ["room", "snapshot", slot, "\uffff"]);
  expect(found.length).toBeGreaterThan(0);
  await store.transact({ keys: [] }, () => ({ puts: found.map(([key]) => [key, [[1, ["array", []]]]]), result: null }));
}

test("the second snapshot ends the log before the first one", async () => {
  const { store, compact, head, push, openFresh } = await setupCompaction();
  await push(range(9));
  expect(await compact()).toBe("compacted");
  expect(await logVersions(store)).toHaveLength(10);
  await push([9, 10]);
  expect(await compact()).toBe("compacted");
  expect(await logVersions(store)).toEqual([11, 12]);
  expect((await head())?.snapshots).toMatchObject([
    { slot: 1, version: 12 },
    { slot: 0, version: 10 },
  ]);
  await push([11]);
  expect(await compact()).toBe("compacted");
  expect(await logVersions(store)).toEqual([13]);
  expect((await head())?.snapshots).toMatchObject([
    { slot: 0, version: 13 },
    { slot: 1, version: 12 },
  ]);
  expect(listOf(await openFresh())).toEqual(range(12));
});

test("a snapshot is due when the log outgrows the last one, so each costs about what was committed since", async () => {
  const { openTab, store, newId } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  let stored = 0;
  let committed = 0;
  const counting: KeyValueStore = {
    ...store,
    transact: (reads, decide, options) =>
      store.transact(
        reads,
        (...found) => {
          const writes = decide(...found);
          for (const [key, value] of writes.puts ?? []) if (key.length > 3) stored += JSON.stringify(value).length;
          return writes;
        },
        options,
      ),
  };
  const outcomes: string[] = [];
  for (const value of range(400)) {
    await call(room, value);
    committed += 200;
    outcomes.push(await compactRoom({ store: counting, room: "room", newId, minLogBytes: 2000, partBytes: 500 }));
  }
  const done = outcomes.filter((outcome) => outcome === "compacted");
  expect(done.length).toBeGreaterThan(5);
  expect(stored).toBeLessThan(2 * committed);
  expect((await logVersions(store)).length).toBeLessThan(100);
});

test("a snapshot that is damaged is recovered from the one before and the log", async () => {
  const { store, compact, push, openFresh } = await setupCompaction();
  await push(range(20));
  await compact();
  await push(range(10));
  expect(await compact()).toBe("compacted");
  await push(range(10));
  await spoil(store, 1);
  const all = [...range(20), ...range(10), ...range(10)];
  expect(listOf(await openFresh())).toEqual(all);
  // The next one takes the place of the bad one.
  expect(await compact()).toBe("compacted");
  await spoil(store, 0);
  expect(listOf(await openFresh())).toEqual(all);
});

test("when no snapshot is sound, the room says that it is damaged", async () => {
  const { store, compact, push, openTab } = await setupCompaction();
  await push(range(20));
  await compact();
  await push(range(10));
  await compact();
  await spoil(store, 0);
  await spoil(store, 1);
  expect((await openTab("b")).problems).toMatchObject([{ kind: "damaged" }]);
});

test("a compaction that ends early, at any step, changes nothing, and the next one cleans up", async () => {
  for (let step = 1; ; step++) {
    const { store, compact, push, head, openFresh } = await setupCompaction();
    await push(range(20));
    await compact();
    await push(range(5));
    const before = await head();
    let left = step;
    const dying: KeyValueStore = {
      ...store,
      transact: (...args) => (--left === 0 ? Promise.reject(new Error("killed")) : store.transact(...args)),
    };
    const finished = await compact(dying).catch(() => null);
    if (finished !== null) {
      expect(step).toBeGreaterThan(3);
      break;
    }
    expect(await head()).toEqual(before);
    expect(listOf(await openFresh())).toEqual([...range(20), ...range(5)]);
    expect(await compact()).toBe("compacted");
    const ids = (await head())?.snapshots.map(({ id }) => id);
    const parts = (await snapshotKeys(store)).filter((key) => key.length > 3);
    expect(new Set(parts.map((key) => key[3]))).toEqual(new Set(ids));
    expect(listOf(await openFresh())).toEqual([...range(20), ...range(5)]);
  }
});

test.each([
  ["another compaction", async ({ compact }: Awaited<ReturnType<typeof setupCompaction>>) => void (await compact())],
  ["a reset", ({ room }: Awaited<ReturnType<typeof setupCompaction>>) => room.restart((replica) => replica.toData())],
])("a compaction that is overtaken by %s leaves nothing behind", async (_, overtake) => {
  const all = await setupCompaction();
  const { store, compact, push, head, room, openFresh } = all;
  await push(range(20));
  let parts = 0;
  const slow: KeyValueStore = {
    ...store,
    async transact(...args) {
      const result = await store.transact(...args);
      if (++parts === 2) await overtake(all);
      return result;
    },
  };
  expect(await compact(slow)).toBe("overtaken");
  const ids = (await head())?.snapshots.map(({ id }) => id);
  const kept = (await snapshotKeys(store)).filter((key) => key.length > 3);
  expect(new Set(kept.map((key) => key[3]))).toEqual(new Set(ids));
  expect(listOf(await openFresh())).toEqual(listOf(room));
});

test("commits go on during a compaction, and count towards the next one", async () => {
  const { store, compact, push, head, openFresh } = await setupCompaction();
  await push(range(20));
  let parts = 0;
  const slow: KeyValueStore = {
    ...store,
    async transact(...args) {
      if (++parts === 2) await push([20, 21]);
      return store.transact(...args);
    },
  };
  expect(await compact(slow)).toBe("compacted");
  expect((await head())?.snapshots).toMatchObject([{ version: 21 }]);
  expect((await head())?.logBytes).toBeGreaterThan(400);
  expect((await head())?.logBytes).toBeLessThan(1000);
  expect(listOf(await openFresh())).toEqual(range(22));
});

test("a tab that is far behind what is left of the log starts over from a snapshot", async () => {
  const { openTab, channel, compact, push, room } = await setupCompaction();
  const deaf = { ...channel.connect(), listen: () => () => undefined };
  const { room: late, changes } = await openTab("late", { channel: deaf });
  for (let i = 0; i < 3; i++) {
    await push(range(100));
    await compact();
  }
  await push([1]);
  await late.catchUp();
  expect(late.replica.toData()).toEqual(room.replica.toData());
  expect(changes.map(({ source, version }) => [source, version])).toEqual([["reset", room.version]]);
  await call(late, 2);
  await settle();
  expect(listOf(room)).toEqual(listOf(late));
});

test("a commit whose outcome was not heard of before the log was shortened stays unknown", async () => {
  const { openTab, store, compact, push, room } = await setupCompaction();
  await push(range(10));
  let fails = false;
  const failing: KeyValueStore = {
    ...store,
    async transact(...args) {
      const result = await store.transact(...args);
      if (!fails) return result;
      fails = false;
      for (const name of ["x", "y"]) {
        await room.define([["slot", `${name}#1`, { name, first: 0, count: 0 }, name.repeat(2000)]]);
        expect(await compact()).toBe("compacted");
      }
      throw new StorageError("lost", "gone");
    },
  };
  const { room: unlucky } = await openTab("b", { store: failing });
  const lease = await enter(unlucky);
  fails = true;
  const unknown = lease.commit([["bind", "list#1", 1]], meta, new Map());
  await expect(unknown).rejects.toMatchObject({ kind: "unknown-outcome" });
  lease.release();
  await unlucky.catchUp();
  expect(unlucky.replica.toData()).toEqual((await openTab("c")).room.replica.toData());
});

test("a fork has the snapshots too", async () => {
  const { compact, push, room, openTab } = await setupCompaction();
  await push(range(30));
  await compact();
  await push([30]);
  await compact();
  await push([31]);
  await room.fork("draft");
  const { room: fork } = await openTab("a", { id: "draft" });
  expect(fork.replica.toData()).toEqual(room.replica.toData());
});

test("a commit stores about as much however much there is", async () => {
  const { openTab, store } = setup();
  let bytes = 0;
  const counting: KeyValueStore = {
    ...store,
    transact: (reads, decide, options) =>
      store.transact(
        reads,
        (...found) => {
          const writes = decide(...found);
          bytes = JSON.stringify([found, writes]).length;
          return writes;
        },
        options,
      ),
  };
  const { room } = await openTab("a", { store: counting });
  await room.define(defineList);
  const sizes: number[] = [];
  for (const n of [10, 1000, 100_000]) {
    const lease = await enter(room);
    await lease.commit([["splice", listId(room), 0, 0, range(n)]], meta, new Map());
    lease.release();
    await call(room, 1);
    sizes.push(bytes);
  }
  expect(Math.max(...sizes)).toBeLessThan(1.1 * Math.min(...sizes));
});
