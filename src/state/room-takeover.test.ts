import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Channel } from "./channel.ts";
import type { Locks } from "./locks.ts";
import { call, defineList, enter, listOf, meta, push, setup } from "./room-setup.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Tab "frozen" has the room, and neither answers nor hears anything. */
async function setupFrozen(waiting: readonly string[], { isVisible }: { isVisible?: () => boolean } = {}) {
  const { openTab, channel, locks, store } = setup();
  const taken: string[] = [];
  const openWatched = async (tab: string) => {
    const inner = locks.connect();
    const watched: Locks = {
      ...inner,
      steal(name) {
        taken.push(tab);
        return inner.steal(name);
      },
    };
    return (await openTab(tab, { locks: watched, ...(isVisible && { isVisible }) })).room;
  };
  const inner = channel.connect();
  let asleep = true;
  const sleepy: Channel = {
    ...inner,
    listen: (listener) =>
      inner.listen({ ...listener, onMessage: (message) => (asleep ? undefined : listener.onMessage(message)) }),
  };
  const { room: frozen } = await openTab("frozen", { channel: sleepy });
  await frozen.define(defineList);
  const rooms = await Promise.all(waiting.map(openWatched));
  const lease = await enter(frozen);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { openTab, store, frozen, lease, rooms, taken, pass, wake: () => (asleep = false) };
}

test("a call behind a tab that gives no sign of life gets its turn, and what that tab commits then is refused", async () => {
  const { frozen, lease, rooms, taken, pass } = await setupFrozen(["b"]);
  const [room] = rooms;
  if (!room) throw new Error("no room");
  const entering = enter(room);
  await pass(11_000);
  expect(taken).toEqual([]);
  await pass(2000);
  const taker = await entering;
  const late = lease.commit([push(frozen, 1)], meta, new Map());
  await expect(late).rejects.toMatchObject({ kind: "conflict" });
  lease.release();
  await taker.commit([push(room, 2)], meta, new Map());
  taker.release();
  expect(listOf(room)).toEqual([2]);
  await call(frozen, 3);
  await pass(0);
  expect(listOf(room)).toEqual([2, 3]);
  expect(taken).toEqual(["b"]);
});

test("what the silent tab commits before its lock is taken counts, and the taker sees it", async () => {
  const { frozen, lease, rooms, pass } = await setupFrozen(["b"]);
  const [room] = rooms;
  if (!room) throw new Error("no room");
  const calling = call(room, 2);
  await pass(11_000);
  await lease.commit([push(frozen, 1)], meta, new Map());
  await pass(2000);
  await calling;
  expect(listOf(room)).toEqual([1, 2]);
});

test("a tab that is alive keeps its lock as long as it needs", async () => {
  const { openTab } = setup();
  const [a, b] = [await openTab("a"), await openTab("b")];
  await a.room.define(defineList);
  const lease = await enter(a.room);
  const calling = call(b.room, 2);
  await vi.advanceTimersByTimeAsync(600_000);
  await lease.commit([push(a.room, 1)], meta, new Map());
  lease.release();
  await calling;
  expect(listOf(b.room)).toEqual([1, 2]);
});

test("a tab that is about to be frozen gives no sign of life", async () => {
  const { openTab } = setup();
  const [a, b] = [await openTab("a"), await openTab("b")];
  await a.room.define(defineList);
  await enter(a.room);
  a.room.pause();
  const calling = call(b.room, 1);
  await vi.advanceTimersByTimeAsync(13_000);
  expect(await calling).toBe(2);
});

test("several that wait take the lock once, not from each other, and keep their order", async () => {
  const { frozen, rooms, taken, pass, wake } = await setupFrozen(["b", "c", "d"]);
  const order: string[] = [];
  const calls = rooms.map(async (room, i) => {
    const lease = await enter(room);
    order.push("bcd".charAt(i));
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    await lease.commit([push(room, i)], meta, new Map());
    lease.release();
  });
  // Calls that the frozen tab had waiting itself go to the end of the line.
  const waking = call(frozen, 9);
  await pass(20_000);
  wake();
  await pass(150_000);
  await Promise.all([...calls, waking]);
  expect(order).toEqual(["b", "c", "d"]);
  expect(taken).toEqual(["b"]);
  expect(listOf(frozen)).toEqual([0, 1, 2, 9]);
});

test("a tab takes locks away at most once a minute", async () => {
  const { frozen, rooms, taken, pass } = await setupFrozen(["b"]);
  const [room] = rooms;
  if (!room) throw new Error("no room");
  const first = enter(room);
  const second = enter(frozen);
  await pass(13_000);
  (await first).release();
  await second;
  const third = enter(room);
  await pass(50_000);
  expect(taken).toEqual(["b"]);
  await pass(20_000);
  expect(taken).toEqual(["b", "b"]);
  (await third).release();
});

test("a tab that nobody looks at waits", async () => {
  const { rooms, taken, pass } = await setupFrozen(["b"], { isVisible: () => false });
  const stop = new AbortController();
  const waiting = rooms[0]?.enter({ fn: "f", user: "", signal: stop.signal, onQueue: () => undefined });
  await pass(120_000);
  expect(taken).toEqual([]);
  stop.abort(new Error("stopped"));
  await expect(waiting).rejects.toThrow("stopped");
});

test("a call that is stopped while its lock is taken leaves the lock to others", async () => {
  const { rooms, store, openTab, pass } = await setupFrozen([]);
  const { room } = await openTab("b", {
    store: {
      ...store,
      transact: (...args) => new Promise((done) => setTimeout(() => done(store.transact(...args)), 500)),
    },
  });
  expect(rooms).toEqual([]);
  const stop = new AbortController();
  const waiting = room.enter({ fn: "f", user: "", signal: stop.signal, onQueue: () => undefined });
  const refused = expect(waiting).rejects.toThrow("stopped");
  await pass(12_000);
  stop.abort(new Error("stopped"));
  await refused;
  await pass(1000);
  const { room: other } = await openTab("c");
  expect(await call(other, 1)).toBe(2);
});

test("whoever hangs, wakes and takes over, what is acknowledged is there once and what is refused is not", async () => {
  const calls = fc.array(
    fc.record({
      tab: fc.nat(2),
      afterMs: fc.nat(20_000),
      runsMs: fc.constantFrom(0, 100, 5000, 20_000, 40_000),
      hangs: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(calls, async (steps) => {
      const { openTab, channel } = setup();
      const tabs = await Promise.all(
        ["a", "b", "c"].map(async (name) => {
          const tab = { hangs: false };
          const inner = channel.connect();
          const listen: Channel["listen"] = (listener) =>
            inner.listen({ ...listener, onMessage: (message) => tab.hangs || listener.onMessage(message) });
          return Object.assign(tab, await openTab(name, { channel: { ...inner, listen } }));
        }),
      );
      await tabs[0]?.room.define(defineList);
      const acknowledged = new Map<number, number>();
      const refused: unknown[] = [];

      async function run(index: number, { tab: number, runsMs, hangs }: (typeof steps)[number]): Promise<void> {
        const tab = tabs[number];
        if (!tab) return;
        const lease = await enter(tab.room);
        tab.hangs = hangs;
        await new Promise((resolve) => setTimeout(resolve, runsMs));
        try {
          acknowledged.set((await lease.commit([push(tab.room, index)], meta, new Map())).version, index);
        } catch (error) {
          refused.push(error);
        } finally {
          tab.hangs = false;
          lease.release();
        }
      }

      const running: Promise<void>[] = [];
      for (const [index, step] of steps.entries()) {
        await vi.advanceTimersByTimeAsync(step.afterMs);
        running.push(run(index, step));
      }
      await vi.advanceTimersByTimeAsync(1_200_000);
      await Promise.all(running);
      const { room: fresh } = await openTab("fresh");
      const inOrder = [...acknowledged].toSorted(([a], [b]) => a - b).map(([, value]) => value);
      expect(listOf(fresh)).toEqual(inOrder);
      expect(acknowledged.size + refused.length).toBe(steps.length);
      for (const error of refused) expect(error).toMatchObject({ kind: "conflict" });
      for (const { room, problems } of tabs) {
        await room.catchUp();
        expect(listOf(room)).toEqual(inOrder);
        expect(problems).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
