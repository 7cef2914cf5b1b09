// What the page can say to a running call: that it shall stop, and how many of its yields have been taken in.

import { maxBytesOnTheirWay, maxYieldsOnTheirWay } from "../protocol/message-size.ts";

export interface CallControl {
  readonly stopped: boolean;
  stop(): void;
  credit(seq: number): void;
  /** The number of the next step on its way to the page. */
  next(): number;
  /**
   * A yield of so many bytes has been posted: waits until so little is on its way that one more may go, or until the
   * call is stopped.
   */
  waitForRoom(seq: number, bytes: number): Promise<void>;
  /** Waits until the page has taken in all yields up to `seq`. */
  waitForCredit(seq: number): Promise<void>;
}

export function createCallControl(): CallControl {
  let stopped = false;
  let credited = 0;
  let sent = 0;
  let waiting: (() => void)[] = [];
  let onTheirWay: { readonly seq: number; readonly bytes: number }[] = [];

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }

  async function waitUntil(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function hasRoom(): boolean {
    const bytes = onTheirWay.reduce((sum, each) => sum + each.bytes, 0);
    return onTheirWay.length < maxYieldsOnTheirWay && bytes <= maxBytesOnTheirWay;
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
      onTheirWay = onTheirWay.filter((each) => each.seq > credited);
      wake();
    },
    next: () => ++sent,
    waitForRoom(seq, bytes) {
      if (seq > credited) onTheirWay.push({ seq, bytes });
      return waitUntil(() => stopped || hasRoom());
    },
    waitForCredit: (seq) => waitUntil(() => credited >= seq),
  };
}
