import { expect, test } from "vitest";
import { createPulse } from "./pulse.ts";

/** A worker that answers when the test says so, and a clock that the test moves. */
function setup() {
  let nowMs = 0;
  let timers: { readonly atMs: number; readonly action: () => void }[] = [];
  const asked: (() => void)[] = [];
  let pings = 0;
  const pulse = createPulse(
    {
      ping() {
        pings += 1;
        return new Promise((resolve) => asked.push(() => resolve(true)));
      },
    },
    {
      nowMs: () => nowMs,
      after(delayMs, action) {
        const timer = { atMs: nowMs + delayMs, action };
        timers.push(timer);
        return () => void (timers = timers.filter((each) => each !== timer));
      },
    },
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  async function advance(byMs: number): Promise<void> {
    const endMs = nowMs + byMs;
    for (;;) {
      const [next] = timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
      if (!next) break;
      timers = timers.filter((each) => each !== next);
      nowMs = next.atMs;
      next.action();
      await settled();
    }
    nowMs = endMs;
  }
  const answer = async () => {
    for (const reply of asked.splice(0)) reply();
    await settled();
  };
  /** What it says without waiting, or undefined. */
  async function atOnce(question: Promise<boolean>): Promise<boolean | undefined> {
    return Promise.race([question, settled().then(() => undefined)]);
  }
  return { pulse, advance, answer, atOnce, pings: () => pings };
}

test("a call that is short is never asked", async () => {
  const { pulse, advance, pings } = setup();
  await advance(40);
  pulse.end();
  await advance(1000);
  expect(pings()).toBe(0);
});

test("a long call is asked now and then while it answers", async () => {
  const { advance, answer, pings, pulse } = setup();
  for (let i = 0; i < 20; i++) {
    await advance(50);
    await answer();
  }
  expect(pings()).toBeGreaterThan(4);
  expect(pings()).toBeLessThan(12);
  pulse.end();
  const before = pings();
  await advance(1000);
  expect(pings()).toBe(before);
});

test("a loop is asked once, however long it lasts, and is known in the next turn", async () => {
  const { pulse, advance, atOnce, pings } = setup();
  await advance(60_000);
  expect(pings()).toBe(1);
  const looping = pulse.isLooping();
  await advance(0);
  expect(await atOnce(looping)).toBe(true);
});

test("what has answered while the page was busy is no loop", async () => {
  const { pulse, advance, answer, atOnce } = setup();
  await advance(60_000);
  const looping = pulse.isLooping();
  expect(await atOnce(looping)).toBeUndefined();
  await answer();
  await advance(0);
  expect(await atOnce(looping)).toBe(false);
});

test("a loop that has only begun is known 25 ms later", async () => {
  const { pulse, advance, atOnce } = setup();
  await advance(10);
  const looping = pulse.isLooping();
  await advance(24);
  expect(await atOnce(looping)).toBeUndefined();
  await advance(1);
  expect(await atOnce(looping)).toBe(true);
});

test("what answers is no loop", async () => {
  const { pulse, advance, answer, atOnce } = setup();
  await advance(50);
  await answer();
  await advance(20);
  const looping = pulse.isLooping();
  await answer();
  await advance(100);
  expect(await atOnce(looping)).toBe(false);
});
