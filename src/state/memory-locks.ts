// Locks within one page, for browsers without Web Locks and for tests, where each connection stands for a tab.

import { createDeferred, type Deferred } from "../base/deferred.ts";
import type { LockGrant, Locks } from "./locks.ts";

export interface MemoryLocks {
  /** Another tab. */
  connect(): Locks;
}

interface Request {
  readonly owner: Locks;
  grant(): void;
  /** Tells that the lock was taken away. */
  readonly lost: Deferred<void>;
}

export function createMemoryLocks(): MemoryLocks {
  /** By name: the holder first, then those who wait. */
  const queues = new Map<string, Request[]>();

  function leave(name: string, request: Request): void {
    const queue = queues.get(name) ?? [];
    const index = queue.indexOf(request);
    if (index < 0) return;
    queue.splice(index, 1);
    if (queue.length === 0) queues.delete(name);
    else if (index === 0) queue[0]?.grant();
  }

  function request(owner: Locks, name: string, signal: AbortSignal): Promise<LockGrant> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const abort = (): void => {
        reject(signal.reason);
        leave(name, entry);
      };
      const lost = createDeferred<void>();
      const entry: Request = {
        owner,
        grant() {
          signal.removeEventListener("abort", abort);
          resolve({ release: () => leave(name, entry), lost: lost.promise });
        },
        lost,
      };
      signal.addEventListener("abort", abort, { once: true });
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      queue.push(entry);
      if (queue.length === 1) entry.grant();
    });
  }

  async function steal(owner: Locks, name: string): Promise<LockGrant> {
    const lost = createDeferred<void>();
    const entry: Request = { owner, grant: () => undefined, lost };
    const [holder, ...waiting] = queues.get(name) ?? [];
    queues.set(name, [entry, ...waiting]);
    holder?.lost.resolve();
    return { release: () => leave(name, entry), lost: lost.promise };
  }

  return {
    connect() {
      const locks: Locks = {
        request: (name, signal) => request(locks, name, signal),
        steal: (name) => steal(locks, name),
        async place(name) {
          const waiting = (queues.get(name) ?? []).slice(1);
          const before = waiting.findIndex(({ owner }) => owner === locks);
          return before < 0 ? null : { before, others: waiting.length - 1 };
        },
      };
      return locks;
    },
  };
}
