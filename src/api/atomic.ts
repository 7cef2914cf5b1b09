// gr.atomic

import { currentPort } from "./port.ts";

/**
 * Changes shared variables at once and for good: when the promise resolves, what the callback did is stored and every tab
 * sees it, and an error later in the call does not undo it. Everything that the call did before goes with it.
 *
 * With `concurrencyLimit` other than 1 calls run beside each other, and this is the only place where they may change shared
 * variables: the call waits for its turn, sees what others did meanwhile, and runs the callback while nobody else writes.
 *
 * @param callback Reads and writes shared variables. It is synchronous: an async one is an error. If it throws, what it did
 *   to shared variables is undone, whether the call catches the error or not.
 * @returns What the callback returned, when it is stored.
 * @throws What the callback threw. An error if no call of the app runs, or if what it did could not be stored.
 * @example const place = await gr.atomic(() => visitors.push(name));
 */
export function atomic<T>(callback: () => T): Promise<T> {
  const run = currentPort()?.atomic;
  // Without a runtime around it there is nobody else.
  return run ? run(callback) : new Promise((resolve) => resolve(callback()));
}
