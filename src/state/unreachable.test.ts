import { expect, test, vi } from "vitest";
import type { Operation } from "../protocol/operation.ts";
import { compactRoom } from "./compaction.ts";
import { call, defineList, enter, listId, listOf, meta, setup } from "./room-setup.ts";
import type { Room } from "./room.ts";

/** A call that stores two objects which hold each other, at the start of the list. */
async function storePair(room: Room): Promise<void> {
  const lease = await enter(room);
  const pair: Operation[] = [
    ["new", -1, ["object", [["other", ["ref", -2]]]]],
    ["new", -2, ["object", [["other", ["ref", -1]]]]],
    ["splice", listId(room), 0, 0, [["ref", -1]]],
  ];
  await lease.commit(pair, meta, new Map());
  lease.release();
}

async function run(room: Room, operations: readonly Operation[]): Promise<void> {
  await room.change("test", () => operations);
}

const ids = (room: Room) => room.replica.toData().containers.map(([id]) => id);

async function setupPair() {
  const { openTab, store, newId } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  await storePair(room);
  const find = async () => {
    const found: number[] = [];
    const onUnreachable = (list: readonly number[]) => found.push(...list);
    await compactRoom({ store, room: "room", newId, minLogBytes: 0, partBytes: 50, onUnreachable });
    return found;
  };
  return { openTab, room, find };
}

test("containers that hold each other are found when no variable leads to them any more", async () => {
  const { room, find } = await setupPair();
  expect(await find()).toEqual([]);
  await run(room, [["splice", listId(room), 0, 1, []]]);
  expect(ids(room)).toEqual([1, 2, 3]);
  expect(await find()).toEqual([2, 3]);
});

test("a tab lets go of them after it has shortened the log, and every tab with it, for good", async () => {
  vi.useFakeTimers();
  try {
    const { openTab, room: a, find } = await setupPair();
    await run(a, [["splice", listId(a), 0, 1, []]]);
    const { room: b, problems } = await openTab("b", { compactor: { minLogBytes: 1, compact: find } });
    await call(b, 7);
    await vi.advanceTimersByTimeAsync(2000);
    expect([ids(a), ids(b)]).toEqual([[1], [1]]);
    expect((await a.history(1))[0]).toMatchObject({ fn: "Clean up" });
    await call(a, 8);
    expect(await find()).toEqual([]);
    const { room: later } = await openTab("later");
    expect([ids(later), listOf(later), problems]).toEqual([[1], [7, 8], []]);
  } finally {
    vi.useRealTimers();
  }
});

test("what has been stored again meanwhile stays", async () => {
  const { room } = await setupPair();
  await run(room, [["splice", listId(room), 0, 1, []]]);
  await run(room, [["splice", listId(room), 0, 0, [["ref", 3]]]]);
  await run(room, [["forget", [2, 3]]]);
  expect(ids(room)).toEqual([1, 2, 3]);
});

test("letting go can be taken back", async () => {
  const { room } = await setupPair();
  await run(room, [["splice", listId(room), 0, 1, []]]);
  await run(room, [["forget", [2, 3]]]);
  expect(ids(room)).toEqual([1]);
  const [entry] = await room.history(1);
  await run(room, entry?.inverse ?? []);
  expect(ids(room)).toEqual([1, 2, 3]);
});
