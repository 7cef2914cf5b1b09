// Whether the worker of a running call still takes messages. Known while the call runs, so that Stop need not find out: a
// loop that lets nothing in can only be ended with its worker.

import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";

/** Most calls have ended by then and are never asked. */
const firstAfterMs = 50;
const everyMs = 100;
/** What answers at all does so within this time, unless the machine is very busy. */
const silenceOfLoopMs = 25;

export interface Pulse {
  /** Settles with whether the worker is in a loop; in the next turn, if it has been silent for long enough. */
  isLooping(): Promise<boolean>;
  end(): void;
}

export interface PulseClock {
  nowMs(): number;
  /** Returns what takes it back. */
  after(delayMs: number, action: () => void): () => void;
}

export const realClock: PulseClock = {
  nowMs: () => performance.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

export function createPulse(worker: Pick<SandboxWorker, "ping">, clock: PulseClock): Pulse {
  /** Since when an answer is due. Never more than one: a loop would find thousands when it ends. */
  let askedMs: number | null = null;
  let answer: Promise<boolean> = Promise.resolve(true);
  let cancel = clock.after(firstAfterMs, beat);
  let over = false;

  /** false: the worker has ended. */
  function ask(): Promise<boolean> {
    if (askedMs !== null) return answer;
    askedMs = clock.nowMs();
    return (answer = worker.ping().then((isAlive) => {
      askedMs = null;
      return isAlive;
    }));
  }

  function beat(): void {
    void ask().then((isAlive) => {
      if (isAlive && !over) cancel = clock.after(everyMs, beat);
    });
  }

  return {
    isLooping() {
      const answered = ask().then(() => false);
      const leftMs = silenceOfLoopMs - (clock.nowMs() - (askedMs ?? clock.nowMs()));
      // An answer that came while the page was busy is heard in its next turn.
      const silence = new Promise<true>((resolve) =>
        clock.after(Math.max(0, leftMs), () => clock.after(0, () => resolve(true))),
      );
      return Promise.race([answered, silence]);
    },
    end() {
      over = true;
      cancel();
    },
  };
}
