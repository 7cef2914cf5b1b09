// What the page can say to a running call: that it shall stop, and how many of its yields have been taken in.

export interface CallControl {
  readonly stopped: boolean;
  stop(): void;
  credit(seq: number): void;
  /** Waits until so few yields are on their way that one more may go, or until the call is stopped. */
  waitForRoom(seq: number): Promise<void>;
  /** Waits until the page has taken in all yields up to `seq`. */
  waitForCredit(seq: number): Promise<void>;
}

/** Enough for the page to never wait for the worker, and little enough to keep its memory flat. */
const maxOnTheirWay = 64;

export function createCallControl(): CallControl {
  let stopped = false;
  let credited = 0;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }

  async function waitUntil(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  return {
    get stopped() {
      return stopped;
    },
    stop() {
      stopped = true;
      wake();
    },
    credit(seq) {
      credited = Math.max(credited, seq);
      wake();
    },
    waitForRoom: (seq) => waitUntil(() => stopped || seq - credited < maxOnTheirWay),
    waitForCredit: (seq) => waitUntil(() => credited >= seq),
  };
}
