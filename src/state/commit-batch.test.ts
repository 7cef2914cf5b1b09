import { expect, test } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import type { Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { createMemoryStore } from "../storage/memory-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { CommitGroup } from "./commit-batch.ts";
import type { Lease } from "./lease.ts";
import { createMemoryLocks } from "./memory-locks.ts";
import { defineList, listId, listOf, logVersions, meta, settle, setup } from "./room-setup.ts";
import type { Room } from "./room.ts";

/** A store whose transactions that write wait until the test lets them, one by one, or fails them. */
function heldStore() {
  const inner = createMemoryStore();
  const held: { pass(): void; fail(error: Error): void }[] = [];
  let holding = false;
  /** Whether it is heard of a transaction only when the test says so. */
  let heard: Promise<void> | null = null;
  const store: KeyValueStore = {
    ...inner,
    async transact(reads, decide, options) {
      if (holding) {
        const gate = createDeferred<void>();
        held.push({ pass: () => gate.resolve(), fail: (error) => gate.reject(error) });
        await gate.promise;
      }
      const result = await inner.transact(reads, decide, options);
      await heard;
      return result;
    },
  };
  return { inner, store, held, hold: () => (holding = true), hearWhen: (said: Promise<void>) => void (heard = said) };
}

async function roomWithList() {
  const { openTab } = setup();
  const { inner, store, held, hold, hearWhen } = heldStore();
  const tab = await openTab("a", { store });
  await tab.room.define(defineList);
  hold();
  /** A tab that has taken the lock away. */
  const openThief = () => openTab("b", { store: inner, locks: createMemoryLocks().connect() });
  return { ...tab, store, held, hearWhen, openThief };
}

function enterGroup(room: Room, group: CommitGroup) {
  return room.enter({ fn: "push", user: "", signal: new AbortController().signal, onQueue: () => undefined, group });
}

/** Puts a value at the end of what the calls of a group have made of the list. */
function put(room: Room, at: number, value: number): Operation[] {
  return [["splice", listId(room), at, 0, [value]]];
}

async function passing(room: Room, group: CommitGroup, operations: readonly Operation[]) {
  const lease = await enterGroup(room, group);
  const commit = lease.commit(operations, meta, new Map());
  // Whoever asked for it hears of a failure.
  commit.catch(() => undefined);
  lease.pass();
  return { lease, commit };
}

test("calls of a group that pass are stored together, each as a version of its own", async () => {
  const { room, held, store, changes } = await roomWithList();
  const group = { broken: false };
  const calls = [];
  const leases = [0, 1, 2].map((at) => passing(room, group, put(room, at, at)));
  for (const lease of leases) calls.push(await lease);
  await settle();
  // The transaction has not begun to read: all of them are in time for it.
  expect(held.length).toBe(1);
  expect(listOf(room)).toEqual([]);
  held[0]?.pass();
  expect(await Promise.all(calls.map(async ({ commit }) => (await commit).version))).toEqual([2, 3, 4]);
  expect(listOf(room)).toEqual([0, 1, 2]);
  expect(await logVersions(store)).toEqual([1, 2, 3, 4]);
  expect(held.length).toBe(1);
  expect(changes.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  for (const { lease } of calls) lease.release();
});

test("a call that comes when the transaction has read where the room stands goes with the next", async () => {
  const { room, held, store, hearWhen } = await roomWithList();
  const said = createDeferred<void>();
  hearWhen(said.promise);
  const group = { broken: false };
  const first = passing(room, group, put(room, 0, 0));
  const entering = enterGroup(room, group);
  await settle();
  held[0]?.pass();
  await settle();
  const commit = (await entering).commit(put(room, 1, 1), meta, new Map());
  await settle();
  said.resolve();
  await expect.poll(() => held.length).toBe(2);
  expect(listOf(room)).toEqual([0]);
  held[1]?.pass();
  expect([(await (await first).commit).version, (await commit).version]).toEqual([2, 3]);
  expect(await logVersions(store)).toEqual([1, 2, 3]);
});

test("what is stored together takes back in reverse", async () => {
  const { room, held } = await roomWithList();
  const group = { broken: false };
  const waiting = [0, 1].map((at) => passing(room, group, put(room, at, at)));
  for (const each of waiting) await each;
  for (let i = 0; i < 2; i++) {
    await settle();
    held[i]?.pass();
  }
  await settle();
  const [newest, before] = await room.history(2);
  room.replica.apply(newest?.inverse ?? []);
  expect(listOf(room)).toEqual([0]);
  room.replica.apply(before?.inverse ?? []);
  expect(listOf(room)).toEqual([]);
});

test("after a commit that was not stored nothing that built upon it is", async () => {
  const { room, held } = await roomWithList();
  const group = { broken: false };
  const calls = [0, 1, 2].map((at) => passing(room, group, put(room, at, at)));
  const commits = [];
  for (const each of calls) commits.push((await each).commit);
  await settle();
  held[0]?.fail(new StorageError("quota", "There is no space left."));
  await settle();
  held[1]?.pass();
  const outcomes = await Promise.allSettled(commits);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(listOf(room)).toEqual([]);
  expect(room.version).toBe(1);
});

test("one that does not fit is refused with those of its group that follow, not with the others", async () => {
  const { room, held } = await roomWithList();
  const group = { broken: false };
  const [first, wrong, after] = await Promise.all([
    passing(room, group, put(room, 0, 0)),
    passing(room, group, [["splice", 999, 0, 0, [1]]]),
    passing(room, group, put(room, 1, 2)),
  ]);
  const defined = room.define([["slot", "other#1", { name: "other", first: 0, count: 0 }, 7]]);
  await settle();
  held[0]?.pass();
  await settle();
  held[1]?.pass();
  expect((await first.commit).version).toBe(2);
  await expect(wrong.commit).rejects.toThrow();
  await expect(after.commit).rejects.toThrow("undone");
  expect((await defined).version).toBe(3);
  expect(listOf(room)).toEqual([0]);
});

test("a call of another group waits until what came before it is stored", async () => {
  const { room, held } = await roomWithList();
  const first = await passing(room, { broken: false }, put(room, 0, 0));
  let other: Lease | null = null;
  void enterGroup(room, { broken: false }).then((lease) => (other = lease));
  await settle();
  expect(other).toBeNull();
  held[0]?.pass();
  await first.commit;
  first.lease.release();
  await settle();
  expect(other).not.toBeNull();
});

test("when the lock was taken away nothing is committed of those that passed", async () => {
  const { room, held, openThief } = await roomWithList();
  const group = { broken: false };
  const calls = await Promise.all([0, 1].map((at) => passing(room, group, put(room, at, at))));
  const thief = (await openThief()).room;
  await thief.change("Take", () => put(thief, 0, 9));
  for (let i = 0; i < 2; i++) {
    await settle();
    held[i]?.pass();
  }
  for (const { commit } of calls) await expect(commit).rejects.toThrow("undone");
  expect(listOf(room)).toEqual([9]);
});
