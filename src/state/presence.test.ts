import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMemoryChannel } from "./memory-channel.ts";
import { createPresence } from "./presence.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup() {
  const hub = createMemoryChannel();
  const open = (tab: string, room = "room") => {
    const channel = hub.connect();
    return { ...createPresence({ room, tab, channel, now: () => Date.now() }), channel };
  };
  return { open, pass: (ms = 0) => vi.advanceTimersByTimeAsync(ms) };
}

test("tabs of a room count each other, and not those of another room", async () => {
  const { open, pass } = setup();
  const tabs = [open("a"), open("b"), open("c")];
  const elsewhere = open("d", "other");
  await pass();
  expect(tabs.map((tab) => tab.tabs())).toEqual([3, 3, 3]);
  expect(elsewhere.tabs()).toBe(1);
});

test("a tab that leaves is gone at once, and back when it joins again", async () => {
  const { open, pass } = setup();
  const [a, b] = [open("a"), open("b")];
  const seen: number[] = [];
  a.subscribe((tabs) => seen.push(tabs));
  await pass();
  b.leave();
  await pass();
  b.join();
  await pass();
  b.dispose();
  await pass();
  expect(seen).toEqual([2, 1, 2, 1]);
});

test("a tab that crashed is forgotten after a long silence, a quiet one in the background is not", async () => {
  const { open, pass } = setup();
  const [a, b, c] = [open("a"), open("b"), open("c")];
  await pass();
  b.channel.close();
  await pass(100_000);
  expect(a.tabs()).toBe(3);
  await pass(100_000);
  expect(a.tabs()).toBe(2);
  expect(c.tabs()).toBe(2);
});

test("what is not a sign of presence is ignored", async () => {
  const { open, pass } = setup();
  const a = open("a");
  const stranger = open("z", "other");
  for (const message of [null, 1, { type: "presence" }, { type: "presence", room: "room", tab: "x", sign: "?" }]) {
    stranger.channel.post(message);
  }
  await pass();
  expect(a.tabs()).toBe(1);
});
