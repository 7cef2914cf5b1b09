// What a call says of its progress, on its way to the page: within bounds, and not more often than anybody can see. What is
// said last is sent, unless the call ends before its turn comes.

import type { CallPort } from "../api/port.ts";
import { type ProgressLevel, progressLimits } from "../protocol/progress.ts";

export interface ProgressReports extends Pick<CallPort, "progress"> {
  /** The call has ended: nothing is sent any more. */
  end(): void;
}

export interface ProgressPorts {
  nowMs(): number;
  afterMs(delayMs: number, then: () => void): void;
  send(levels: readonly ProgressLevel[]): void;
}

const intervalMs = 50;

export function createProgressReports({ nowMs, afterMs, send }: ProgressPorts): ProgressReports {
  let sentMs = -Infinity;
  let waiting: readonly ProgressLevel[] | null = null;
  let timer = false;
  let ended = false;

  function flush(): void {
    if (ended || waiting === null) return;
    const levels = waiting;
    waiting = null;
    sentMs = nowMs();
    send(levels.slice(0, progressLimits.levels).map(bounded));
  }

  return {
    progress(levels) {
      waiting = levels;
      const restMs = sentMs + intervalMs - nowMs();
      // A loop that never lets the event loop turn is heard all the same, though no timer of it ever ends.
      if (restMs <= 0) return flush();
      if (timer || ended) return;
      timer = true;
      afterMs(restMs, () => {
        timer = false;
        flush();
      });
    },
    end() {
      ended = true;
    },
  };
}

function bounded({ index, length, unit, fraction, description }: ProgressLevel): ProgressLevel {
  return {
    index: finite(index),
    length: finite(length),
    unit: cut(unit),
    fraction: finite(fraction),
    description: description === null ? null : cut(description),
  };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function cut(text: string): string {
  return text.length <= progressLimits.textChars ? text : `${text.slice(0, progressLimits.textChars - 1)}…`;
}
