import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Turn } from "./grant-sharing.ts";
import { LockQueue } from "./lock-queue.ts";
import { createMemoryLocks } from "./memory-locks.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup(tabs: number) {
  const locks = createMemoryLocks();
  const log: string[] = [];
  const queues = Array.from({ length: tabs }, () => new LockQueue({ locks: locks.connect(), name: "room" }));

  function call(tab: number, name: string) {
    const abort = new AbortController();
    let turn: Turn | null = null;
    const places: string[] = [];
    const done = queues[tab]?.enter({
      signal: abort.signal,
      onQueue: (position, length) => places.push(`${position}/${length}`),
    });
    const settled = done?.then(
      (granted) => {
        turn = granted;
        log.push(name);
      },
      (error: unknown) => log.push(`${name}: ${String(error)}`),
    );
    return { places, abort: (reason: string) => abort.abort(reason), end: () => turn?.end(), settled };
  }

  return { queues, log, call, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test("calls of all tabs take turns one at a time, in order", async () => {
  const { call, log, pass } = setup(2);
  const a = call(0, "a");
  await pass(0);
  const b = call(1, "b");
  const c = call(0, "c");
  await pass(0);
  expect(log).toEqual(["a"]);
  a.end();
  await pass(0);
  expect(log).toEqual(["a", "b"]);
  b.end();
  await pass(0);
  expect(log).toEqual(["a", "b", "c"]);
  c.end();
  c.end();
});

test("calls that waited together share one grant, and later ones go behind other tabs", async () => {
  const { call, log, pass } = setup(2);
  const first = call(1, "other 1");
  await pass(0);
  const mine = [call(0, "mine 1"), call(0, "mine 2")];
  const other = call(1, "other 2");
  first.end();
  await pass(0);
  expect(log).toEqual(["other 1", "mine 1"]);
  const late = call(0, "mine 3");
  for (const { end } of [...mine, other, late]) {
    end();
    await pass(0);
  }
  expect(log).toEqual(["other 1", "mine 1", "mine 2", "other 2", "mine 3"]);
});

test("a page with many calls lets other tabs in between", async () => {
  const { call, log, pass } = setup(2);
  const blocker = call(1, "blocker");
  await pass(0);
  const calls = Array.from({ length: 20 }, (_, i) => call(0, `mine ${i}`));
  const other = call(1, "other");
  await pass(0);
  blocker.end();
  await pass(0);
  for (const { end } of [...calls.slice(0, 16), other]) {
    end();
    await pass(0);
  }
  expect(log.slice(-2)).toEqual(["other", "mine 16"]);
});

test("a waiting call is told its place among all tabs, and each change of it", async () => {
  const { call, pass } = setup(3);
  const holder = call(0, "holder");
  const other = call(1, "other");
  const mine = [call(2, "mine 1"), call(2, "mine 2")];
  await pass(60);
  expect(mine.map(({ places }) => places)).toEqual([["2/3"], ["3/3"]]);
  holder.end();
  await pass(250);
  expect(mine.map(({ places }) => places.at(-1))).toEqual(["1/2", "2/2"]);
  other.end();
  await pass(0);
  expect(mine.map(({ places }) => places.at(-1))).toEqual(["1/2", "1/1"]);
});

test("a place never gets worse, also while the page holds the lock itself", async () => {
  const { call, pass } = setup(2);
  const holder = call(0, "holder");
  await pass(0);
  const mine = call(0, "mine");
  call(1, "other 1");
  const positions = (): number[] => mine.places.map((place) => Number(place.split("/")[0]));
  await pass(300);
  expect(mine.places).toEqual(["1/2"]);
  call(1, "other 2");
  await pass(300);
  holder.end();
  await pass(300);
  expect(positions()).toEqual(positions().toSorted((a, b) => b - a));
});

test("a call that is aborted while waiting leaves the queue at once", async () => {
  const { call, log, pass } = setup(2);
  const holder = call(0, "holder");
  const mine = call(1, "mine");
  const next = call(1, "next");
  await pass(60);
  mine.abort("stopped");
  await pass(0);
  expect(log).toEqual(["holder", "mine: stopped"]);
  expect(next.places.at(-1)).toBe("1/1");
  holder.end();
  await pass(0);
  expect(log.at(-1)).toBe("next");
});

test("a call that is aborted while it shares a grant does not hold up the ones after it", async () => {
  const { call, log, pass } = setup(2);
  const blocker = call(1, "blocker");
  await pass(0);
  const [a, b, c] = [call(0, "a"), call(0, "b"), call(0, "c")];
  await pass(0);
  blocker.end();
  await pass(0);
  b.abort("stopped");
  a.end();
  await pass(0);
  expect(log).toEqual(["blocker", "a", "b: stopped", "c"]);
  c.end();
});

test("when all waiting calls of a page leave, it does not keep the lock it asked for", async () => {
  const { call, log, pass } = setup(2);
  const holder = call(0, "holder");
  const mine = call(1, "mine");
  await pass(0);
  mine.abort("stopped");
  holder.end();
  await pass(0);
  call(0, "again");
  await pass(0);
  expect(log).toEqual(["holder", "mine: stopped", "again"]);
});

test("a paused page asks for no lock and goes on waiting when it resumes", async () => {
  const { call, queues, log, pass } = setup(2);
  const holder = call(0, "holder");
  await pass(0);
  call(1, "frozen");
  const other = call(0, "other");
  await pass(0);
  queues[1]?.pause();
  holder.end();
  await pass(0);
  expect(log).toEqual(["holder", "other"]);
  queues[1]?.resume();
  other.end();
  await pass(0);
  expect(log.at(-1)).toBe("frozen");
});

test("disposing ends all waiting with the reason", async () => {
  const { call, queues, log, pass } = setup(2);
  call(0, "holder");
  call(1, "a");
  call(1, "b");
  await pass(0);
  queues[1]?.dispose("closed");
  await pass(0);
  expect(log).toEqual(["holder", "a: closed", "b: closed"]);
});

test("locks that fail end the waiting with their error", async () => {
  const denied = () => Promise.reject(new Error("denied"));
  const locks = { request: denied, steal: denied, place: async () => null };
  const queue = new LockQueue({ locks, name: "room" });
  const entered = queue.enter({ signal: new AbortController().signal, onQueue: () => undefined });
  await expect(entered).rejects.toThrow("denied");
});
