import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { createAnswerGate } from "./answer-gate.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Calls that were sent together; `answer` answers one, `passed` names those that may be committed. */
function setup(count: number) {
  const gate = createAnswerGate();
  const calls = Array.from({ length: count }, () => createDeferred<void>());
  for (const { promise } of calls) gate.asked(promise);
  const passed: number[] = [];
  const answer = async (index: number) => {
    calls[index]?.resolve();
    await calls[index]?.promise;
    void gate.open().then(() => passed.push(index));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { answer, passed };
}

test("what the worker was asked together is committed together, in order", async () => {
  const { answer, passed } = setup(3);
  await answer(0);
  await answer(1);
  expect(passed).toEqual([]);
  await answer(2);
  expect(passed).toEqual([0, 1, 2]);
});

test("a call alone waits for nobody", async () => {
  const { answer, passed } = setup(1);
  await answer(0);
  expect(passed).toEqual([0]);
});

test("a slow call holds up the one before it no longer than a transaction would take", async () => {
  const { answer, passed } = setup(3);
  await answer(0);
  await vi.advanceTimersByTimeAsync(4);
  expect(passed).toEqual([0]);
  await answer(1);
  expect(passed).toEqual([0]);
  await answer(2);
  expect(passed).toEqual([0, 1, 2]);
});

test("the first waits as long as answers keep coming, but not for ever", async () => {
  const { answer, passed } = setup(40);
  for (let i = 0; i < 15; i++) {
    await answer(i);
    await vi.advanceTimersByTimeAsync(3);
    expect(passed).toEqual([]);
  }
  for (let i = 15; i < 20; i++) {
    await answer(i);
    await vi.advanceTimersByTimeAsync(3);
  }
  expect(passed.slice(0, 17)).toEqual(Array.from({ length: 17 }, (_, i) => i));
});
