import { expect, test, vi } from "vitest";
import { stopRun } from "./stop-run.ts";

function stop({ looping, generator }: { looping: boolean; generator: boolean }) {
  const later: { readonly delayMs: number; readonly action: () => void }[] = [];
  const [askToEnd, end] = [vi.fn(), vi.fn()];
  const pulse = { isLooping: () => Promise.resolve(looping) };
  const after = (delayMs: number, action: () => void) => {
    later.push({ delayMs, action });
    return () => undefined;
  };
  stopRun({ id: "a", worker: { stop: askToEnd }, pulse, generator, end }, { after });
  return { later, askToEnd, end };
}

test.each([
  { what: "a worker in a loop is ended at once", looping: true, generator: false, ended: 1 },
  { what: "a worker that answers has time to end the call", looping: false, generator: false, ended: 0 },
  { what: "a generator in a loop has time to come to its yield", looping: true, generator: true, ended: 0 },
])("$what, and 100 ms later it is ended anyway", async ({ looping, generator, ended }) => {
  const { later, askToEnd, end } = stop({ looping, generator });
  expect(askToEnd).toHaveBeenCalledWith("a");
  await Promise.resolve();
  await Promise.resolve();
  expect(end).toHaveBeenCalledTimes(ended);
  expect(later.map(({ delayMs }) => delayMs)).toEqual([100]);
  later[0]?.action();
  // A message that has come by then is heard first.
  expect(end).toHaveBeenCalledTimes(ended);
  expect(later[1]?.delayMs).toBe(0);
  later[1]?.action();
  expect(end).toHaveBeenCalledTimes(ended + 1);
});
