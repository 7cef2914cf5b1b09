// Runs an action soon after each request: at once if it has rested for a frame, so that a change shows without a delay,
// and otherwise when the frame is over, so that however many changes come they cost one run a frame.

const frameMs = 16;

export interface Pacing {
  nowMs(): number;
  /** After what runs now, and before anything else. */
  soon(action: () => void): void;
  later(action: () => void, delayMs: number): void;
}

/** Returns what requests a run. */
export function createPace(action: () => void, { nowMs, soon, later }: Pacing): () => void {
  let requested = false;
  let lastMs = -Infinity;

  function run(): void {
    requested = false;
    lastMs = nowMs();
    action();
  }

  return () => {
    if (requested) return;
    requested = true;
    const waitMs = lastMs + frameMs - nowMs();
    if (waitMs > 0) later(run, waitMs);
    else soon(run);
  };
}
