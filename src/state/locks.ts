// The port to locks that all tabs of this app share, and Web Locks behind it. Locks are held by the page: not every
// browser frees those of a worker when its page reloads.

import { createDeferred } from "../base/deferred.ts";

export interface Locks {
  /** Waits for the exclusive lock, in order of asking. Aborting ends the wait; after the grant it does nothing. */
  request(name: string, signal: AbortSignal): Promise<LockGrant>;
  /** Takes the lock from whoever holds it, before all who wait. */
  steal(name: string): Promise<LockGrant>;
  /** Where this page's request waits; null if it does not wait. A page may wait once for each name. */
  place(name: string): Promise<LockPlace | null>;
}

export interface LockGrant {
  release(): void;
  /** Resolves if another tab takes the lock away. What runs under it is not interrupted. */
  readonly lost: Promise<void>;
}

export interface LockPlace {
  /** Waiting requests of other tabs that come before this page's. */
  readonly before: number;
  /** All waiting requests of other tabs. */
  readonly others: number;
}

/** null if this browser has no Web Locks, or does not let this page use them. */
export async function openLocks(path: string, newId: () => string): Promise<Locks | null> {
  try {
    // A page learns the name by which queries list it from a lock that nobody else knows.
    const probe = `${path}:me:${newId()}`;
    const snapshot = await navigator.locks.request(probe, () => navigator.locks.query());
    const me = snapshot.held?.find((lock) => lock.name === probe)?.clientId;
    return me === undefined ? null : webLocks(path, me);
  } catch {
    // There is nothing in the error that a person could act on; the caller says what follows from it.
    return null;
  }
}

function webLocks(path: string, me: string): Locks {
  const fullName = (name: string): string => `${path}:${name}`;

  function request(name: string, options: LockOptions): Promise<LockGrant> {
    return new Promise((resolve, reject) => {
      const lost = createDeferred<void>();
      let granted = false;
      const hold = (): Promise<void> =>
        new Promise((release) => {
          granted = true;
          resolve({ release, lost: lost.promise });
        });
      navigator.locks.request(fullName(name), options, hold).catch((error: unknown) => {
        if (granted) lost.resolve();
        // Granted and taken away while this page was frozen: it still wants the lock, in its turn.
        else if (isAbort(error) && !options.signal?.aborted) resolve(request(name, { ...options, steal: false }));
        else reject(error);
      });
    });
  }

  return {
    request: (name, signal) => request(name, { signal }),
    steal: (name) => request(name, { steal: true }),
    async place(name) {
      const { pending = [] } = await navigator.locks.query();
      const waiting = pending.filter((lock) => lock.name === fullName(name));
      const before = waiting.findIndex((lock) => lock.clientId === me);
      return before < 0 ? null : { before, others: waiting.length - 1 };
    },
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
