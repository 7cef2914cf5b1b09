import { expect, test } from "vitest";
import type { ConsoleData } from "../protocol/runtime.ts";
import { createCapturedConsole } from "./captured-console.ts";
import { createConsoleBatches } from "./console-batches.ts";

function setup({ msPerRead = 0 } = {}) {
  let clock = 1000;
  const timers: (() => void)[] = [];
  const batches: { entries: readonly ConsoleData[]; dropped: number }[] = [];
  let sites = 0;
  const nowMs = () => (clock += msPerRead);
  const captured = createCapturedConsole({
    batches: createConsoleBatches({
      nowMs,
      afterMs: (_, then) => void timers.push(then),
      send: (entries, dropped) => void batches.push({ entries, dropped }),
    }),
    nowMs,
    timeMs: () => 7,
    callSite: () => ({ fn: "press", line: ++sites, column: 1 }),
    describeError: (error) => `<${error.message}>`,
  });
  return {
    console: Object.assign(Object.create(console), captured),
    batches,
    passMs: (ms: number) => void (clock += ms),
    runTimers: () => timers.splice(0).forEach((then) => then()),
    sites: () => sites,
  };
}

function textsOf(log: (console: Console) => void): string[] {
  const { console, batches, runTimers } = setup();
  log(console);
  runTimers();
  return batches.flatMap(({ entries }) => entries.map(({ text }) => text));
}

test("texts are shown as they are and everything else as in a browser's console", () => {
  const circular: unknown[] = [1];
  circular.push(circular);
  class Point {
    x = 1;
  }
  const texts = textsOf((console) => {
    console.log("a", "b c", 5, -0, 10n, null, undefined, true);
    console.log({
      a: "x",
      "b c": [1, 2],
      f() {},
      get d() {
        throw new Error("ran");
      },
    });
    console.log(new Map([["k", { v: 1 }]]), new Set([1]), new Point(), Object.create(null), Point, () => 1);
    console.log(
      circular,
      Object.assign(Array(2), { 1: 1 }),
      new Uint8Array(2),
      /x/g,
      new Date(0),
      Symbol("s"),
      new Error("bad"),
    );
    console.log({ a: { b: { c: { d: { e: 1 } } } } });
    console.log(Array.from({ length: 102 }, () => 0));
  });
  expect(texts.slice(0, 5)).toEqual([
    "a b c 5 -0 10n null undefined true",
    '{a: "x", "b c": [1, 2], f: ƒ f(), d: [getter]}',
    'Map(1) {"k" → {v: 1}} Set(1) {1} Point {x: 1} [no prototype] {} class Point ƒ ()',
    "[1, [circular]] [empty, 1] Uint8Array(2) [0, 0] /x/g 1970-01-01T00:00:00.000Z Symbol(s) <bad>",
    "{a: {b: {c: {d: {…}}}}}",
  ]);
  expect(texts[5]).toMatch(/, 0, … 2 more\]$/);
});

test("a line has at most 10,000 characters, whatever is logged", () => {
  const big = Array.from({ length: 100 }, () => "x".repeat(5000));
  const texts = textsOf((console) => {
    console.log("x".repeat(1e6));
    console.log(big, big);
  });
  expect(texts.map((text) => text.length)).toEqual([10_000, 10_000]);
});

test("what throws when it is looked at does not throw here", () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("gotcha");
      },
      getPrototypeOf: () => {
        throw new Error("gotcha");
      },
    },
  );
  expect(textsOf((console) => console.log("before", hostile, "after"))).toEqual(["before [cannot be shown] after"]);
});

test("marks such as %s and %d are filled in", () => {
  expect(
    textsOf((console) => console.log("%s is %d, %i %% %c%o", "x", 1.5, 2.7, "color: red", { a: 1 }, "rest")),
  ).toEqual(["x is 1.5, 2 % {a: 1} rest"]);
});

test("groups indent, counts count, timers time, assertions speak up when they fail", () => {
  const texts = textsOf((console) => {
    console.group("outer");
    console.log("a\nb");
    console.groupEnd();
    console.count();
    console.count();
    console.assert(true, "fine");
    console.assert(false, "wrong", 1);
    console.time("t");
    console.timeEnd("t");
    console.timeEnd("t");
  });
  expect(texts).toEqual([
    "outer",
    "  a\n  b",
    "default: 1",
    "default: 2",
    "Assertion failed wrong 1",
    "t: 0.000 ms",
    'Timer "t" does not exist',
  ]);
});

test("a table has a row for each entry and a column for each key", () => {
  expect(textsOf((console) => console.table([{ name: "a", n: 1 }, { name: "long name" }]))).toEqual([
    "(index) │ name      │ n\n────────┼───────────┼──\n0       │ a         │ 1\n1       │ long name │",
  ]);
});

test("levels and the place of the call are kept", () => {
  const { console, batches, runTimers } = setup();
  console.warn("w");
  console.debug("d");
  runTimers();
  expect(batches.flatMap(({ entries }) => entries)).toEqual([
    { level: "warn", text: "w", frame: { fn: "press", line: 1, column: 1 }, timeMs: 7 },
    { level: "debug", text: "d", frame: { fn: "press", line: 2, column: 1 }, timeMs: 7 },
  ]);
});

test("the first lines go at once, and so do full batches: an endless loop's are seen", () => {
  const { console, batches } = setup();
  console.log("first");
  expect(batches.length).toBe(1);
  for (let n = 0; n < 1000; n++) console.log(n);
  const seen = batches.flatMap(({ entries }) => entries.map(({ text }) => text));
  expect(seen.length).toBeGreaterThan(900);
  expect(seen.slice(0, 3)).toEqual(["first", "0", "1"]);
});

test("a flood is cut to twenty batches a second: the last lines are kept and the rest is counted", () => {
  const { console, batches, passMs, runTimers } = setup();
  const lines = 100_000;
  for (let n = 0; n < lines; n++) {
    console.log(n);
    passMs(0.01);
  }
  runTimers();
  // One second: twenty at once, twenty as time passes, and the rest.
  expect(batches.length).toBeGreaterThan(35);
  expect(batches.length).toBeLessThan(45);
  expect(
    batches
      .at(-1)
      ?.entries.map(({ text }) => text)
      .slice(-2),
  ).toEqual(["99998", "99999"]);
  const seen = batches.reduce((sum, { entries, dropped }) => sum + entries.length + dropped, 0);
  expect(seen).toBe(lines);
});

test("in a flood only lines that are kept are made", () => {
  const { console, batches, runTimers, sites } = setup({ msPerRead: 0.01 });
  let reads = 0;
  const counted = new Proxy([1], { get: (target, key) => (key === "length" && reads++, Reflect.get(target, key)) });
  for (let n = 0; n < 4000; n++) console.log(counted);
  runTimers();
  expect(batches.at(-1)?.entries.at(-1)?.text).toBe("[1]");
  expect(sites()).toBeLessThan(2500);
  expect(reads).toBeLessThan(3500);
});
