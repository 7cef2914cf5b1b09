// Whether the frame's process still lives: pings it, and calls it gone when too many in a row have not been answered.

/** A busy machine may delay a pong; this many in a row without one is a dead process. */
const missedPingsOfTheDead = 6;

export interface Heartbeat {
  /** To be called at a steady pace. */
  beat(): void;
  pong(): void;
}

export function createHeartbeat(options: { ping(): void; isHidden(): boolean; onGone(): void }): Heartbeat {
  let missed = 0;
  return {
    beat() {
      // A hidden tab's timers and processes are throttled: silence means nothing there.
      if (options.isHidden()) missed = 0;
      else if (++missed > missedPingsOfTheDead) return options.onGone();
      options.ping();
    },
    pong: () => void (missed = 0),
  };
}
