import { expect, test, vi } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import { type GrantSharing, shareGrant, type Sharer, type Turn } from "./grant-sharing.ts";

interface Call extends Sharer {
  turn: Turn | null;
}

function call(group?: object): Call {
  const made: Call = { group, turn: null, begin: (turn) => (made.turn = turn) };
  return made;
}

function share(calls: readonly Call[]) {
  let nowMs = 0;
  let turned: () => void = () => undefined;
  const release = vi.fn();
  const lost = createDeferred<void>();
  const sharing: GrantSharing<Call> = shareGrant({ release, lost: lost.promise }, calls, {
    now: () => nowMs,
    afterTurn: (action) => (turned = action),
    onBegin: () => undefined,
    onRelease: () => undefined,
  });
  sharing.proceed();
  return { sharing, release, lost, turn: () => turned(), wait: (ms: number) => (nowMs += ms) };
}

const begun = (calls: readonly Call[]): boolean[] => calls.map(({ turn }) => turn !== null);

test("calls take turns, and only the first does not follow another", () => {
  const calls = [call(), call(), call()];
  share(calls);
  expect(begun(calls)).toEqual([true, false, false]);
  calls[0]?.turn?.end();
  calls[0]?.turn?.end();
  expect(begun(calls)).toEqual([true, true, false]);
  calls[1]?.turn?.end();
  expect(calls.map(({ turn }) => turn?.follows)).toEqual([false, true, true]);
});

test("a call that passes lets the next of its group begin, and no other", () => {
  const group = {};
  const calls = [call(group), call(group), call({}), call()];
  const { release, turn } = share(calls);
  calls[0]?.turn?.pass();
  calls[0]?.turn?.pass();
  expect(begun(calls)).toEqual([true, true, false, false]);
  calls[1]?.turn?.pass();
  calls[1]?.turn?.end();
  expect(begun(calls)).toEqual([true, true, false, false]);
  calls[0]?.turn?.end();
  expect(begun(calls)).toEqual([true, true, true, false]);
  calls[2]?.turn?.pass();
  expect(begun(calls)).toEqual([true, true, true, false]);
  calls[2]?.turn?.end();
  calls[3]?.turn?.end();
  turn();
  expect(release).toHaveBeenCalledOnce();
});

test("an earlier call that ends while a later one of its group runs lets nobody in", () => {
  const group = {};
  const calls = [call(group), call(group), call(group)];
  share(calls);
  calls[0]?.turn?.pass();
  calls[0]?.turn?.end();
  expect(begun(calls)).toEqual([true, true, false]);
  calls[1]?.turn?.pass();
  expect(begun(calls)).toEqual([true, true, true]);
});

test("the lock is not let go while a call that passed is being stored", () => {
  const group = {};
  const calls = [call(group), call(group)];
  const { release, turn, sharing } = share(calls);
  calls[0]?.turn?.pass();
  calls[1]?.turn?.end();
  sharing.hurry();
  turn();
  expect(release).not.toHaveBeenCalled();
  calls[0]?.turn?.end();
  expect(release).toHaveBeenCalledOnce();
});

test("a call that follows before the event loop turns joins, and the lock goes back when none does", () => {
  const [first, second, late] = [call(), call(), call()];
  const { sharing, release, turn } = share([first]);
  expect(sharing.join(second)).toBe(false);
  first.turn?.end();
  expect(release).not.toHaveBeenCalled();
  expect(sharing.join(second)).toBe(true);
  turn();
  expect(release).not.toHaveBeenCalled();
  second.turn?.end();
  turn();
  expect(release).toHaveBeenCalledOnce();
  expect(sharing.join(late)).toBe(false);
});

test("neither more than 16 calls nor any after 50 ms join", () => {
  const { sharing, turn, release } = share([]);
  const joined = Array.from({ length: 20 }, () => {
    const next = call();
    const has = sharing.join(next);
    next.turn?.end();
    return has;
  });
  expect(joined.filter(Boolean).length).toBe(16);
  turn();
  expect(release).toHaveBeenCalledOnce();

  const slow = call();
  const other = share([slow]);
  other.wait(50);
  slow.turn?.end();
  expect(other.release).toHaveBeenCalledOnce();
});

test("in a hurry the lock goes back at once, even when it was kept for one more", () => {
  const first = call();
  const { sharing, release } = share([first]);
  first.turn?.end();
  sharing.hurry();
  expect(release).toHaveBeenCalledOnce();
  expect(sharing.join(call())).toBe(false);

  const second = call();
  const other = share([second]);
  other.sharing.hurry();
  second.turn?.end();
  expect(other.release).toHaveBeenCalledOnce();
});

test("a call learns that its lock was taken away", async () => {
  const first = call();
  const { lost } = share([first]);
  expect(first.turn?.isLost).toBe(false);
  lost.resolve();
  await Promise.resolve();
  expect(first.turn?.isLost).toBe(true);
});

test("who leaves is passed over", () => {
  const calls = [call(), call(), call()];
  const { sharing } = share(calls);
  const [first, second] = calls;
  if (second) sharing.leave(second);
  first?.turn?.end();
  expect(begun(calls)).toEqual([true, false, true]);
  expect(sharing.waiting).toEqual([]);
});
