import { expect, test } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

test("a burst passes, then only as much as time brings", () => {
  let now = 0;
  const limit = createRateLimit({ perSecond: 10, burst: 3, now: () => now });
  expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
  now = 100;
  expect([limit.take(), limit.take()]).toEqual([true, false]);
  now = 60_000;
  expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
});
