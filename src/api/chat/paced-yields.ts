// What a function yields, no faster than it can be seen: of values that come in between only the newest goes on, the last
// one always does, and none waits long for its successor.

/** Two frames: more often nobody sees. */
const pauseMs = 32;

export async function* pacedYields<T>(
  source: Iterator<T, unknown> | AsyncIterator<T, unknown>,
  nowMs: () => number = () => performance.now(),
): AsyncGenerator<T, void> {
  let pending: { readonly value: T } | null = null;
  let lastMs = -Infinity;
  let timer: Promise<"timer"> | null = null;
  let finished = false;
  try {
    let next: IteratorResult<T, unknown> | Promise<IteratorResult<T, unknown>> = source.next();
    while (true) {
      // One timer for all values that come until it is over; none while they come at once.
      if (pending && next instanceof Promise) timer ??= wait(lastMs + pauseMs - nowMs());
      const step: IteratorResult<T, unknown> | "timer" =
        next instanceof Promise ? await (pending && timer ? Promise.race([next, timer]) : next) : next;
      if (step !== "timer") {
        if (step.done) break;
        pending = { value: step.value };
        if (nowMs() - lastMs >= pauseMs) {
          const { value } = pending;
          pending = null;
          timer = null;
          yield value;
          lastMs = nowMs();
        }
        next = source.next();
        // Its error comes when it is waited for.
        if (next instanceof Promise) next.catch(() => undefined);
        continue;
      }
      timer = null;
      if (!pending) continue;
      const { value }: { readonly value: T } = pending;
      pending = null;
      yield value;
      lastMs = nowMs();
    }
    finished = true;
    if (pending) yield pending.value;
  } catch (error) {
    finished = true;
    if (pending) yield pending.value;
    throw error;
  } finally {
    if (!finished) await source.return?.(undefined);
  }
}

function wait(ms: number): Promise<"timer"> {
  return new Promise((resolve) => setTimeout(() => resolve("timer"), Math.max(0, ms)));
}
