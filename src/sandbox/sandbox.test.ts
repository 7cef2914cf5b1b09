import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Frame } from "./frame.ts";
import { createSandbox } from "./sandbox.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface FakeFrame {
  readonly network: readonly string[];
  readonly spawned: number[];
  readonly runtimes: string[];
  readonly living: Set<number>;
  disposed: boolean;
  die(): void;
}

/** Frames that start no workers, but keep count of them. */
function setup() {
  const frames: FakeFrame[] = [];
  const sandbox = createSandbox(
    (network): Frame => {
      const living = new Set<number>();
      let gone: () => void = () => undefined;
      const state: FakeFrame = { network, spawned: [], runtimes: [], living, disposed: false, die: () => gone() };
      frames.push(state);
      return {
        setRuntime: (source) => void state.runtimes.push(source),
        spawn(id, ports) {
          state.spawned.push(id);
          living.add(id);
          for (const port of ports) port.close();
        },
        terminate: (id) => void living.delete(id),
        onWorkerFailed: () => undefined,
        onGone: (listener) => void (gone = listener),
        dispose: () => void (state.disposed = true),
      };
    },
    () => Promise.resolve("the whole"),
  );
  const started = () => frames.flatMap(({ spawned }) => spawned).length;
  return { sandbox, frames, started };
}

test("a worker starts before anybody has asked for one, and whoever asks gets it at once", () => {
  const { sandbox, started } = setup();
  expect(started()).toBe(1);
  sandbox.take([]);
  expect(started()).toBe(1);
});

test("soon after a worker has been taken another one is warm, and it is the next that is given out", () => {
  const { sandbox, started } = setup();
  const first = sandbox.take([]);
  vi.advanceTimersByTime(1000);
  expect(started()).toBe(2);
  expect(sandbox.take([])).not.toBe(first);
  expect(started()).toBe(2);
});

test("several that are taken at once get a worker each, and one more is warm afterwards", () => {
  const { sandbox, started } = setup();
  const taken = [sandbox.take([]), sandbox.take([]), sandbox.take([])];
  expect(new Set(taken).size).toBe(3);
  expect(started()).toBe(3);
  vi.advanceTimersByTime(1000);
  expect(started()).toBe(4);
});

test("ending a worker ends its thread and leaves the spare alone", async () => {
  const { sandbox, frames } = setup();
  const worker = sandbox.take([]);
  vi.advanceTimersByTime(1000);
  worker.end("ended");
  await worker.ended;
  expect(frames[0]?.living.size).toBe(1);
});

test("when the frame's process dies its workers have crashed, the spare too, and the next one lives in a new frame", async () => {
  const { sandbox, frames, started } = setup();
  const worker = sandbox.take([]);
  vi.advanceTimersByTime(1000);
  frames[0]?.die();
  expect(await worker.ended).toBe("crashed");
  await Promise.resolve();
  sandbox.take([]);
  expect(frames.map(({ spawned }) => spawned.length)).toEqual([2, 1]);
  expect(started()).toBe(3);
});

test("what may reach other hosts lives in a frame of its own, and the one before goes with its last worker", async () => {
  const { sandbox, frames } = setup();
  const before = sandbox.take([]);
  vi.advanceTimersByTime(1000);
  const after = sandbox.take(["https://a.example"]);
  vi.advanceTimersByTime(1000);
  expect(frames.map(({ network }) => network)).toEqual([[], ["https://a.example"]]);
  expect(frames[0]?.living.size).toBe(1);
  expect(frames[0]?.disposed).toBe(false);
  before.end("ended");
  await before.ended;
  await Promise.resolve();
  expect(frames.map(({ disposed }) => disposed)).toEqual([true, false]);
  expect(sandbox.take(["https://a.example"])).not.toBe(after);
  expect(frames).toHaveLength(2);
  // Taken back: nothing of it is left.
  sandbox.take([]);
  expect(frames.at(-1)?.network).toEqual([]);
  expect(frames).toHaveLength(3);
});

test("a frame that dies takes no workers of another frame with it", async () => {
  const { sandbox, frames } = setup();
  const before = sandbox.take([]);
  const after = sandbox.take(["https://a.example"]);
  frames[0]?.die();
  expect(await before.ended).toBe("crashed");
  expect(frames[1]?.living.size).toBe(1);
  after.end("ended");
  expect(await after.ended).toBe("ended");
});

test("once the whole runtime is there, workers run that one, in frames made later, too; a spare of the first is ended", async () => {
  const { sandbox, frames, started } = setup();
  expect(sandbox.isComplete).toBe(false);
  await sandbox.complete();
  expect(sandbox.isComplete).toBe(true);
  expect(frames[0]?.runtimes).toEqual(["the whole"]);
  expect(frames[0]?.living.size).toBe(0);
  sandbox.take([]);
  expect(started()).toBe(2);
  frames[0]?.die();
  sandbox.take([]);
  expect(frames[1]?.runtimes).toEqual(["the whole"]);
});
