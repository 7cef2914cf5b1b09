import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

function setup() {
  let now = 0;
  let runs = 0;
  let waiting: { readonly run: () => void; readonly atMs: number }[] = [];
  const wait = (run: () => void, delayMs = 0) => void waiting.push({ run, atMs: now + delayMs });
  const request = createPace(() => runs++, { nowMs: () => now, soon: wait, later: wait });
  const pass = (ms: number) => {
    now += ms;
    const due = waiting.filter(({ atMs }) => atMs <= now);
    waiting = waiting.filter((each) => !due.includes(each));
    for (const { run } of due) run();
  };
  return { request, pass, runs: () => runs };
}

test("the first request runs at once, and requests that come before it runs are one with it", () => {
  const { request, pass, runs } = setup();
  request();
  request();
  expect(runs()).toBe(0);
  pass(0);
  expect(runs()).toBe(1);
});

test("requests within a frame after a run wait for the frame's end, and run once", () => {
  const { request, pass, runs } = setup();
  request();
  pass(0);
  for (let ms = 0; ms < 15; ms++) {
    pass(1);
    request();
  }
  expect(runs()).toBe(1);
  pass(1);
  expect(runs()).toBe(2);
  pass(100);
  expect(runs()).toBe(2);
});

test("a request after a rest runs at once again", () => {
  const { request, pass, runs } = setup();
  request();
  pass(0);
  pass(16);
  request();
  pass(0);
  expect(runs()).toBe(2);
});
