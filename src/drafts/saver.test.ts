import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import { createSaver } from "./saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup({ durable = true } = {}) {
  const texts: string[] = [];
  const statuses: string[] = [];
  const save = vi.fn(async (text: string) => void texts.push(text));
  const saver = createSaver({ save, durable, onStatus: (status) => statuses.push(status) });
  return { saver, save, texts, statuses, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test("the first change is saved at once, the rest of a burst together", async () => {
  const { saver, texts, statuses, pass } = setup();
  for (const text of ["a", "ab", "abc"]) saver.change(text);
  await pass(0);
  expect(texts).toEqual(["a"]);
  await pass(299);
  expect(texts).toEqual(["a"]);
  await pass(1);
  expect(texts).toEqual(["a", "abc"]);
  expect(statuses).toEqual(["saving", "saved"]);
});

test("a change after a pause is saved at once again", async () => {
  const { saver, texts, pass } = setup();
  saver.change("a");
  await pass(300);
  saver.change("b");
  await pass(0);
  expect(texts).toEqual(["a", "b"]);
});

test("flush saves what waits", async () => {
  const { saver, texts, pass } = setup();
  saver.change("a");
  saver.change("b");
  await saver.flush();
  expect(texts).toEqual(["a", "b"]);
  await pass(1000);
  expect(texts).toEqual(["a", "b"]);
});

test("there is one write at a time, and a slow one is followed by the newest text", async () => {
  const { saver, save, texts, pass } = setup();
  const slow = createDeferred<undefined>();
  save.mockImplementationOnce(async (text) => {
    await slow.promise;
    texts.push(text);
  });
  saver.change("a");
  await pass(1000);
  saver.change("b");
  saver.change("c");
  await pass(1000);
  expect(save).toHaveBeenCalledTimes(1);
  slow.resolve(undefined);
  await pass(300);
  expect(texts).toEqual(["a", "c"]);
});

test("a failed save is told, not repeated by itself, and made good by flush", async () => {
  const { saver, save, texts, statuses, pass } = setup();
  save.mockImplementationOnce(() => Promise.reject(new Error("disk full")));
  saver.change("a");
  await pass(5000);
  expect(statuses).toEqual(["saving", "failed"]);
  expect(save).toHaveBeenCalledTimes(1);
  await saver.flush();
  expect(texts).toEqual(["a"]);
  expect(statuses.at(-1)).toBe("saved");
});

test("a text kept in memory only is not called saved", async () => {
  const { saver, statuses, pass } = setup({ durable: false });
  saver.change("a");
  await pass(0);
  expect(statuses).toEqual(["saving", "memory"]);
});
