// Collects console entries and hands them on: the first few at once, so that they are seen even if the code then never
// lets the event loop turn; more of them in batches, but not more often than the page can take. What is too much is
// counted, and the last entries are kept.

import type { ConsoleData } from "../protocol/runtime.ts";

/** An entry that is made when it is handed on, if it is. */
export type LazyEntry = ConsoleData | (() => ConsoleData);

export interface ConsoleBatches {
  add(entry: LazyEntry): void;
  /** Hands on what waits, whatever the rate. */
  flush(): void;
}

export interface ConsoleBatchPorts {
  nowMs(): number;
  afterMs(delayMs: number, then: () => void): void;
  send(entries: readonly ConsoleData[], dropped: number): void;
}

const batchSize = 100;
/** 20 batches a second: 2000 lines, more than anybody reads and little enough to show. */
const intervalMs = 50;
/** So many batches may go without a pause; the latter half of them only when they are full. */
const burst = 20;

export function createConsoleBatches({ nowMs, afterMs, send }: ConsoleBatchPorts): ConsoleBatches {
  /** A ring: entry n stands at n % batchSize. */
  const ring: LazyEntry[] = [];
  let added = 0;
  let sent = 0;
  let allowed = burst;
  let allowedAtMs = nowMs();
  let timer = false;

  function add(entry: LazyEntry): void {
    ring[added++ % batchSize] = entry;
    const now = nowMs();
    allowed = Math.min(burst, allowed + (now - allowedAtMs) / intervalMs);
    allowedAtMs = now;
    if (allowed >= (added - sent >= batchSize ? 1 : burst / 2)) flush();
    else if (!timer) {
      timer = true;
      afterMs(intervalMs, () => {
        timer = false;
        flush();
      });
    }
  }

  function flush(): void {
    if (added === sent) return;
    const first = Math.max(sent, added - batchSize);
    const dropped = first - sent;
    const entries: ConsoleData[] = [];
    for (let index = first; index < added; index++) {
      const entry = ring[index % batchSize];
      if (entry) entries.push(typeof entry === "function" ? entry() : entry);
    }
    sent = added;
    allowed -= 1;
    send(entries, dropped);
  }

  return { add, flush };
}
