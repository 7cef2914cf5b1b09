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
  const ping = () => (looping ? new Promise<boolean>(() => undefined) : Promise.resolve(true));
  stopRun({ id: "a", worker: { stop: askToEnd, ping }, pulse, generator, end }, { after });
  return { later, askToEnd, end };
}

test.each([
  { what: "a worker in a loop is ended at once", looping: true, generator: false, ended: 1, afterMs: [100] },
  {
    what: "a worker that answers has time to end the call",
    looping: false,
    generator: false,
    ended: 0,
    afterMs: [100],
  },
  { what: "a generator in a loop may come to its yield", looping: true, generator: true, ended: 0, afterMs: [400] },
  {
    what: "a generator has its time from when its worker has heard",
    looping: false,
    generator: true,
    ended: 0,
    afterMs: [400, 100],
  },
])("$what, and then it is ended anyway", async ({ looping, generator, ended, afterMs }) => {
  const { later, askToEnd, end } = stop({ looping, generator });
  expect(askToEnd).toHaveBeenCalledWith("a");
  await Promise.resolve();
  await Promise.resolve();
  expect(end).toHaveBeenCalledTimes(ended);
  expect(later.map(({ delayMs }) => delayMs)).toEqual(afterMs);
  later.at(-1)?.action();
  // A message that has come by then is heard first.
  expect(end).toHaveBeenCalledTimes(ended);
  expect(later.at(-1)?.delayMs).toBe(0);
  later.at(-1)?.action();
  expect(end).toHaveBeenCalledTimes(ended + 1);
});
