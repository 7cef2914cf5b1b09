// Lets the latest value through at most once a frame: ten thousand yields a second are at most sixty renders.

export interface FrameGate<T> {
  push(value: T): void;
  /** Lets what is waiting through now. */
  flush(): void;
}

/** `merge` says what to show of a value that has not been shown yet and the one that follows it. */
export function createFrameGate<T>(show: (value: T) => void, merge: (first: T, second: T) => T): FrameGate<T> {
  let waiting: { readonly value: T } | null = null;
  let frame = 0;

  function flush(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    const ready = waiting;
    waiting = null;
    if (ready) show(ready.value);
  }

  return {
    push(value) {
      waiting = { value: waiting ? merge(waiting.value, value) : value };
      if (frame === 0) frame = requestAnimationFrame(flush);
    },
    flush,
  };
}
