import { expect, test } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

test("a burst passes, then only as much as time brings", () => {
  let now = 0;
  const limit = createRateLimit({ perSecond: 10, burst: 3, now: () => now });
  expect([1, 2, 3, 4].map(() => limit.take(1))).toEqual([true, true, true, false]);
  now = 100;
  expect([limit.take(1), limit.take(1)]).toEqual([true, false]);
  now = 60_000;
  expect([1, 2, 3, 4].map(() => limit.take(1))).toEqual([true, true, true, false]);
});

test("what is too much at once takes nothing", () => {
  const limit = createRateLimit({ perSecond: 10, burst: 3, now: () => 0 });
  expect([limit.take(4), limit.take(3), limit.take(1), limit.take(0)]).toEqual([false, true, false, true]);
});
