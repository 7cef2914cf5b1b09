// When a tab shortens its room's log: a while after the commit by which it became due, so that no call waits for it, and
// one tab at a time.

import type { ContainerId } from "../protocol/operation.ts";
import { isDue } from "./compaction.ts";
import type { Locks } from "./locks.ts";
import type { Head } from "./log.ts";

/** Shortens the logs of rooms. */
export interface Compactor {
  readonly minLogBytes: number;
  /** Resolves with the containers that no variable leads to. */
  compact(room: string): Promise<readonly ContainerId[]>;
}

export interface CompactionSchedule {
  /** What the tab has just committed. */
  note(head: Head): void;
  dispose(): void;
}

/** Calls come in bursts, and a burst is best over before. */
const quietMs = 1000;
/** What failed fails again, for a while. */
const restMs = 60_000;

export interface ScheduleOptions {
  readonly room: string;
  readonly compactor: Compactor;
  readonly locks: Locks;
  /** Lets go of containers that no variable leads to. */
  forget(ids: readonly ContainerId[]): Promise<void>;
}

export function scheduleCompaction({ room, compactor, locks, forget }: ScheduleOptions): CompactionSchedule {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  async function compact(): Promise<void> {
    try {
      // Not needed for safety. Two tabs that come here by the same commit need not do the same work.
      const grant = await locks.request(`compact:${room}`, stop.signal);
      const unreachable = await compactor.compact(room).finally(() => grant.release());
      if (unreachable.length > 0) await forget(unreachable);
      busy = false;
    } catch {
      // Nothing but the log's length depends on it, so nobody is bothered.
      if (!stop.signal.aborted) timer = setTimeout(() => (busy = false), restMs);
    }
  }

  return {
    note(head) {
      if (busy || stop.signal.aborted || !isDue(head, compactor.minLogBytes)) return;
      busy = true;
      timer = setTimeout(() => void compact(), quietMs);
    },
    dispose() {
      stop.abort();
      clearTimeout(timer);
    },
  };
}
