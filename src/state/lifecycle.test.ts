import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchLifecycle } from "./lifecycle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup({ visible = true, fails = false } = {}) {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const target = new EventTarget();
  const onProblem = vi.fn();
  const stop = watchLifecycle({
    room: {
      catchUp: async () => {
        done.push("catch up");
        if (fails) throw new Error("lost");
      },
      pause: note("pause"),
      resume: note("resume"),
    },
    presence: { join: note("join"), leave: note("leave") },
    target,
    isVisible: () => visible,
    onProblem,
  });
  const fire = (type: string, extra: object = {}) => void target.dispatchEvent(Object.assign(new Event(type), extra));
  return { done, fire, stop, onProblem };
}

test("a page that comes to the front looks for what it missed", () => {
  const { done, fire } = setup();
  fire("focus");
  fire("visibilitychange");
  expect(done).toEqual(["catch up", "catch up"]);
});

test("a page that goes to the background does not", () => {
  const { done, fire } = setup({ visible: false });
  fire("visibilitychange");
  expect(done).toEqual([]);
});

test("a frozen page waits for no lock until it is thawed", () => {
  const { done, fire } = setup();
  fire("freeze");
  fire("resume");
  expect(done).toEqual(["pause", "resume"]);
});

test("a page that is left and gone back to takes part again; a fresh one has nothing to make good", () => {
  const { done, fire } = setup();
  fire("pageshow", { persisted: false });
  fire("pagehide");
  fire("pageshow", { persisted: true });
  expect(done).toEqual(["leave", "pause", "join", "resume"]);
});

test("a failure to catch up is reported, once while it lasts", async () => {
  const { fire, onProblem } = setup({ fails: true });
  fire("focus");
  await vi.advanceTimersByTimeAsync(100_000);
  expect(onProblem.mock.calls).toEqual([[new Error("lost")]]);
});

test("a page that is in front looks every half minute, since a message may be lost", async () => {
  const { done, stop } = setup();
  await vi.advanceTimersByTimeAsync(65_000);
  expect(done).toEqual(["catch up", "catch up"]);
  stop();
  await vi.advanceTimersByTimeAsync(65_000);
  expect(done).toHaveLength(2);
  const hidden = setup({ visible: false });
  await vi.advanceTimersByTimeAsync(65_000);
  expect(hidden.done).toEqual([]);
});

test("after the watch ends nothing happens", () => {
  const { done, fire, stop } = setup();
  stop();
  fire("focus");
  expect(done).toEqual([]);
});
