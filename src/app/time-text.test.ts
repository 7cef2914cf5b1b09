import { expect, test } from "vitest";
import { agoText, dayText, durationText } from "./time-text.ts";

test.each([
  [0.94, "0.9 ms"],
  [9.99, "10 ms"],
  [120.4, "120 ms"],
  [999.6, "1.0 s"],
  [59_960, "1 min 0 s"],
  [125_000, "2 min 5 s"],
])("%d ms take %j", (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test.each([
  [0, "now"],
  [1999, "now"],
  [4000, "4 s"],
  [60_000, "1 min"],
  [7_200_000, "2 h"],
  [200_000_000, "2 d"],
])("%d ms ago is %j", (ms, text) => {
  expect(agoText(ms)).toBe(text);
});

test.each([
  ["2026-06-15T12:00:00", "now"],
  ["2026-06-15T11:00:00", "1 h ago"],
  ["2026-06-10T12:00:00", "5 d ago"],
  ["2026-03-02T12:00:00", "Mar 2"],
  ["2025-03-02T12:00:00", "Mar 2, 2025"],
])("%s is %j in a list", (time, text) => {
  expect(dayText(Date.parse(time), Date.parse("2026-06-15T12:00:01"))).toBe(text);
});
