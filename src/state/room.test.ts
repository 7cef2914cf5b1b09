import { expect, test, vi } from "vitest";
import { call, defineList, enter, listOf, logVersions, push, settle, setup } from "./room-setup.ts";

test("many calls in many tabs at once lose nothing and leave a contiguous log", async () => {
  const { store, openTab } = setup();
  const first = await openTab("tab 0");
  const tabs = [first, ...(await Promise.all([1, 2, 3, 4].map((i) => openTab(`tab ${i}`))))];
  await first.room.define(defineList);
  const calls = tabs.flatMap(({ room }, tab) => Array.from({ length: 20 }, (_, i) => call(room, tab * 100 + i)));
  const versions = await Promise.all(calls);
  await settle();
  expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
  const all = Array.from({ length: 101 }, (_, i) => i + 1);
  expect(await logVersions(store)).toEqual(all);
  const list = listOf(first.room).map(Number);
  expect(new Set(list).size).toBe(100);
  for (const { room, changes, problems } of tabs) {
    expect(listOf(room)).toEqual(list);
    expect(problems).toEqual([]);
    expect(changes.map(({ version }) => version)).toEqual(all);
  }
  for (let tab = 0; tab < 5; tab++) {
    const mine = list.filter((value) => Math.floor(value / 100) === tab);
    expect(mine).toEqual(Array.from({ length: 20 }, (_, i) => tab * 100 + i));
  }
});

test("the queue's place is told, and 0 when the call has the room", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  const onQueue = vi.fn();
  const lease = await room.enter({ fn: "f", user: "", signal: new AbortController().signal, onQueue });
  expect(onQueue.mock.calls).toEqual([[0, 0, 0]]);
  lease.release();
});

test("the wait is told by how long calls of the function took, here and elsewhere", async () => {
  vi.useFakeTimers();
  try {
    const { openTwo } = setup();
    const [a, b] = await openTwo();
    await a.room.define(defineList);
    const holding = await enter(a.room, "slow");
    await holding.commit([push(a.room, 1)], { durationMs: 3000, code: "" }, new Map());
    await settle();
    const onQueue = vi.fn();
    const waiting = b.room.enter({ fn: "slow", user: "", signal: new AbortController().signal, onQueue });
    await vi.advanceTimersByTimeAsync(100);
    expect(onQueue.mock.calls).toEqual([[1, 1, 3000]]);
    holding.release();
    (await waiting).release();
  } finally {
    vi.useRealTimers();
  }
});

test("a call that is stopped while it waits never gets the room", async () => {
  const { openTab } = setup();
  const { room } = await openTab("a");
  const lease = await enter(room);
  const stop = new AbortController();
  const waiting = room.enter({ fn: "f", user: "", signal: stop.signal, onQueue: () => undefined });
  stop.abort(new Error("stopped"));
  await expect(waiting).rejects.toThrow("stopped");
  lease.release();
});
