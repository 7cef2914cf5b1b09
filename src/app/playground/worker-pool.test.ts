import { expect, test, vi } from "vitest";
import type { Loading } from "./load-module.ts";
import { createWorkerPool } from "./worker-pool.ts";

function fakeLoading(): Loading {
  const link = { over: false, end: () => undefined };
  return { done: Promise.resolve({ loaded: { link }, reports: [] }), abandon: link.end } as unknown as Loading;
}

test("a main worker that does not start costs no places beside it", async () => {
  vi.useFakeTimers();
  const pool = createWorkerPool({ main: () => Promise.reject(new Error("It does not load.")), load: fakeLoading });
  const options = () => ({ signal: new AbortController().signal, onPlace: () => undefined });
  for (let times = 0; times < 10; times++) await expect(pool.enter("any", options())).rejects.toThrow("does not load");
  await vi.advanceTimersByTimeAsync(1000);
  const { leave } = await pool.enter("beside", options());
  leave();
  vi.useRealTimers();
});
