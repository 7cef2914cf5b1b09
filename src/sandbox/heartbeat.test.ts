import { expect, test, vi } from "vitest";
import { createHeartbeat } from "./heartbeat.ts";

/** `answers`: whether the frame answers each ping. */
function setup({ answers }: { answers: boolean }) {
  const frame = { answers, hidden: false };
  const ping = vi.fn(() => void (frame.answers && heartbeat.pong()));
  const onGone = vi.fn();
  const heartbeat = createHeartbeat({ ping, isHidden: () => frame.hidden, onGone });
  const beat = (times: number) => Array.from({ length: times }, heartbeat.beat);
  return { frame, ping, onGone, beat };
}

test("a frame that answers is pinged for ever", () => {
  const { ping, onGone, beat } = setup({ answers: true });
  beat(100);
  expect(ping).toHaveBeenCalledTimes(100);
  expect(onGone).not.toHaveBeenCalled();
});

test("a frame that has left six pings in a row unanswered is gone", () => {
  const { onGone, beat } = setup({ answers: false });
  beat(6);
  expect(onGone).not.toHaveBeenCalled();
  beat(1);
  expect(onGone).toHaveBeenCalledTimes(1);
});

test("a frame that answers at last was only slow", () => {
  const { frame, onGone, beat } = setup({ answers: false });
  beat(5);
  frame.answers = true;
  beat(1);
  frame.answers = false;
  beat(6);
  expect(onGone).not.toHaveBeenCalled();
});

test("in a hidden tab silence means nothing, and what was silent before counts anew", () => {
  const { frame, onGone, beat } = setup({ answers: false });
  beat(6);
  frame.hidden = true;
  beat(100);
  frame.hidden = false;
  beat(6);
  expect(onGone).not.toHaveBeenCalled();
  beat(1);
  expect(onGone).toHaveBeenCalledTimes(1);
});
