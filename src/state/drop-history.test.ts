import { expect, test } from "vitest";
import type { Key } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import { dropHistory } from "./drop-history.ts";
import { call, enter, listOf, logVersions, meta, push, range, settle, setupCompaction } from "./room-setup.ts";

/** A store that has room for so many values, and refuses whatever would make them more. */
function withRoomFor(store: KeyValueStore, limit: () => number): KeyValueStore {
  return {
    ...store,
    async transact(reads, decide, options) {
      const there = (await store.range(["room"], ["room", "\uffff"])).map(([key]) => String(key));
      let refused = false;
      const result = await store.transact(
        reads,
        (values, ranges) => {
          const writes = decide(values, ranges);
          const added = (writes.puts ?? []).filter(([key]) => !there.includes(String(key))).length;
          refused = added > 0 && there.length + added > limit();
          return refused ? { result: writes.result } : writes;
        },
        options,
      );
      if (refused) throw new StorageError("quota", "No room left.");
      return result;
    },
  };
}

async function count(store: KeyValueStore): Promise<number> {
  return (await store.range(["room"], ["room", "\uffff"])).length;
}

async function setup({ snapshots = 1 } = {}) {
  const made = await setupCompaction();
  for (let i = 0; i < snapshots; i++) {
    await made.push(range(5));
    expect(await made.compact()).toBe("compacted");
  }
  await made.push([9]);
  const limit = { now: Infinity };
  const { room: full } = await made.openTab("full", { store: withRoomFor(made.store, () => limit.now) });
  return { ...made, full, fill: async () => void (limit.now = await count(made.store)) };
}

test("a commit that finds no room left is stored after history was dropped", async () => {
  const { full, fill, store, openFresh } = await setup();
  await fill();
  expect(await call(full, 10)).toBe(8);
  expect(await logVersions(store)).toEqual([7, 8]);
  expect(listOf(await openFresh())).toEqual([0, 1, 2, 3, 4, 9, 10]);
  await call(full, 11);
  expect(listOf(await openFresh())).toEqual([0, 1, 2, 3, 4, 9, 10, 11]);
});

test("of two snapshots the older one goes, and the next compaction goes on from the newer one", async () => {
  const { full, fill, store, head, compact, openFresh } = await setup({ snapshots: 2 });
  await fill();
  await call(full, 10);
  expect((await head())?.snapshots).toMatchObject([{ version: 11 }]);
  expect(await logVersions(store)).toEqual([12, 13]);
  const keys: Key[] = (await store.range(["room", "snapshot", 0], ["room", "snapshot", Infinity])).map(([key]) => key);
  expect(new Set(keys.map((key) => key[2])).size).toBe(1);
  expect(await compact()).toBe("compacted");
  expect((await head())?.snapshots).toMatchObject([{ version: 13 }, { version: 11 }]);
  expect(listOf(await openFresh())).toHaveLength(12);
});

test("it is refused in clear words, and undone, when that does not help", async () => {
  const { full, fill, store, openFresh } = await setup();
  await dropHistory(store, "room");
  await fill();
  const before = full.replica.toData();
  await expect(call(full, 10)).rejects.toThrow("The change was not stored and is undone. No room left.");
  expect(full.replica.toData()).toEqual(before);
  expect(listOf(await openFresh())).toEqual([0, 1, 2, 3, 4, 9]);
});

test("it is not stored when another tab committed meanwhile", async () => {
  const { full, fill, room, store } = await setup();
  await fill();
  const lease = await enter(full);
  const inner = store.transact;
  let calls = 0;
  store.transact = async (reads, decide, options) => {
    // Between dropping the history and the second try.
    if (++calls === 3) await room.define([["slot", "n#1", { name: "n", first: 0, count: 0 }, 1]]);
    return inner(reads, decide, options);
  };
  await expect(lease.commit([push(full, 10)], meta, new Map())).rejects.toThrow("No room left.");
  lease.release();
  await settle();
  expect(full.replica.slots().has("n#1")).toBe(true);
  expect(listOf(full)).toEqual(listOf(room));
  expect(listOf(room)).not.toContain(10);
});

test("nothing is dropped that the room cannot be read without", async () => {
  const { store, head } = await setup({ snapshots: 2 });
  const newest = (await head())?.snapshots[0];
  const parts = await store.range(
    ["room", "snapshot", newest?.slot ?? 0, ""],
    ["room", "snapshot", newest?.slot ?? 0, "\uffff"],
  );
  await store.transact({ keys: [] }, () => ({ puts: parts.map(([key]) => [key, ["spoilt"]]), result: null }));
  const before = await count(store);
  expect(await dropHistory(store, "room")).toBe(false);
  expect(await count(store)).toBe(before);
});

test("a room without a snapshot has no history to drop, nor has one that does not exist", async () => {
  const { store } = await setup({ snapshots: 0 });
  expect(await dropHistory(store, "room")).toBe(false);
  expect(await dropHistory(store, "no such room")).toBe(false);
});
