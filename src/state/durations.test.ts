import { expect, test } from "vitest";
import { Durations } from "./durations.ts";

test("the wait is the average of past calls times the place", () => {
  const durations = new Durations();
  expect(durations.estimateMs("f", 1)).toBeNull();
  for (const ms of [100, 300]) durations.note("f", ms);
  durations.note("g", 5);
  expect(durations.estimateMs("f", 1)).toBe(200);
  expect(durations.estimateMs("f", 3)).toBe(600);
  expect(durations.estimateMs("g", 1)).toBe(5);
});

test("calls of long ago stop counting", () => {
  const durations = new Durations();
  for (let i = 0; i < 100; i++) durations.note("f", 1000);
  for (let i = 0; i < 100; i++) durations.note("f", 10);
  expect(durations.estimateMs("f", 1)).toBeLessThan(20);
});
