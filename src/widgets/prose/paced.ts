// Shows the newest of values that may come faster than they can be shown: what takes long is done less often, so that the
// page keeps most of its time for the person.

/** So many times as long as showing took, it rests. */
const restFactor = 3;

export function createPaced<T>(show: (value: T) => void): { push(value: T): void; dispose(): void } {
  let latest: { readonly value: T } | null = null;
  let restsUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function run(): void {
    timer = undefined;
    const next = latest;
    latest = null;
    if (!next) return;
    const start = performance.now();
    show(next.value);
    const now = performance.now();
    restsUntil = now + (now - start) * restFactor;
  }

  return {
    push(value) {
      latest = { value };
      if (timer !== undefined) return;
      const waitMs = restsUntil - performance.now();
      if (waitMs <= 0) run();
      else timer = setTimeout(run, waitMs);
    },
    dispose: () => clearTimeout(timer),
  };
}
