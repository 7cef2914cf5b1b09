import { expect, test } from "vitest";
import type { ProgressLevel } from "../protocol/progress.ts";
import { createProgressReports } from "./progress-reports.ts";

const level = (fraction: number, more: Partial<ProgressLevel> = {}): ProgressLevel => ({
  index: null,
  length: null,
  unit: "steps",
  fraction,
  description: null,
  ...more,
});

function setup() {
  const sent: (readonly ProgressLevel[])[] = [];
  let timers: (() => void)[] = [];
  let nowMs = 0;
  const reports = createProgressReports({
    nowMs: () => nowMs,
    afterMs: (_, then) => void timers.push(then),
    send: (levels) => void sent.push(levels),
  });
  const fractions = () => sent.map(([first]) => first?.fraction);
  /** Lets time pass; timers run only if the event loop turns. */
  const pass = (ms: number, turns = true) => {
    nowMs += ms;
    if (!turns) return;
    const due = timers;
    timers = [];
    for (const timer of due) timer();
  };
  return { reports, sent, fractions, pass };
}

test("the first is sent at once, and of those that follow quickly the last", () => {
  const { reports, fractions, pass } = setup();
  for (let i = 0; i <= 100; i++) reports.progress([level(i / 100)]);
  expect(fractions()).toEqual([0]);
  pass(50);
  expect(fractions()).toEqual([0, 1]);
});

test("a loop that never lets the event loop turn is heard twenty times a second", () => {
  const { reports, fractions, pass } = setup();
  for (let i = 0; i < 1000; i++) {
    reports.progress([level(i / 1000)]);
    pass(1, false);
  }
  expect(fractions()).toHaveLength(20);
});

test("after its end nothing is sent, not even what waited", () => {
  const { reports, fractions, pass } = setup();
  reports.progress([level(0)]);
  reports.progress([level(0.5)]);
  reports.end();
  pass(50);
  reports.progress([level(1)]);
  expect(fractions()).toEqual([0]);
});

test("what the page would refuse is put within bounds", () => {
  const { reports, sent } = setup();
  const wild = level(Infinity, {
    index: Number.NaN,
    length: -Infinity,
    unit: "u".repeat(600),
    description: "d".repeat(600),
  });
  reports.progress(Array.from({ length: 50 }, () => wild));
  expect(sent[0]).toHaveLength(20);
  expect(sent[0]?.[0]).toEqual({
    index: null,
    length: null,
    fraction: null,
    unit: `${"u".repeat(499)}…`,
    description: `${"d".repeat(499)}…`,
  });
});
