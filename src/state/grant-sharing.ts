// The turns that one page's calls take under one grant of a lock. One at a time, except that a call may let the next of
// its group begin while it is only being stored. Before the lock goes back it is kept for one turn of the event loop, so
// that a call which follows from the end of another costs no grant of its own.

import type { LockGrant } from "./locks.ts";

export interface Turn {
  /** Another call of this page had its turn right before, and no other tab in between. */
  readonly follows: boolean;
  /** Whether another tab has taken the lock away. */
  readonly isLost: boolean;
  /** Lets the next call of the same group begin. */
  pass(): void;
  /** Ends the turn. Calling it again does nothing. */
  end(): void;
}

/** A call that waits for its turn. */
export interface Sharer {
  readonly group: object | undefined;
  begin(turn: Turn): void;
}

export interface GrantSharing<S extends Sharer> {
  /** Those who have not begun, in order. */
  readonly waiting: readonly S[];
  /** Lets the first one begin. */
  proceed(): void;
  /** Lets one more share, if the lock would otherwise go back now. */
  join(sharer: S): boolean;
  leave(sharer: S): void;
  /** Keeps the lock no longer than the calls need it that share it already. */
  hurry(): void;
}

/** Bounds how long other tabs wait for a page with many calls. */
export const callsPerGrant = 16;
/** A call that comes this late after the grant waits for another one, so that slow calls take turns with other tabs'. */
const joinMs = 50;

export function shareGrant<S extends Sharer>(
  grant: LockGrant,
  sharers: readonly S[],
  options: {
    readonly now: () => number;
    /** Calls back when the event loop has turned. */
    afterTurn(action: () => void): void;
    /** One of those who waited has its turn. */
    onBegin(): void;
    /** The lock has gone back. */
    onRelease(): void;
  },
): GrantSharing<S> {
  let waiting = sharers;
  const since = options.now();
  let places = callsPerGrant - sharers.length;
  let begun = 0;
  /** Turns that have not ended, and the newest of them if it has not passed. */
  let open = 0;
  let alone = false;
  let group: object | undefined;
  let lingering = false;
  let released = false;
  let hurried = false;
  let lost = false;
  void grant.lost.then(() => (lost = true));

  function proceed(): void {
    const next = waiting[0];
    if (!next) return open === 0 ? linger() : undefined;
    if (open > 0 && (alone || next.group === undefined || next.group !== group)) return;
    waiting = waiting.slice(1);
    begin(next);
    options.onBegin();
  }

  function begin(sharer: S): void {
    let passed = false;
    let ended = false;
    ({ group } = sharer);
    open += 1;
    alone = true;
    const pass = (): void => {
      if (passed) return;
      passed = true;
      alone = false;
      proceed();
    };
    sharer.begin({
      follows: begun++ > 0,
      get isLost() {
        return lost;
      },
      pass,
      end() {
        if (ended) return;
        ended = true;
        open -= 1;
        if (passed) proceed();
        else pass();
      },
    });
  }

  function linger(): void {
    if (lingering || released) return;
    if (hurried || places === 0 || options.now() - since >= joinMs) return release();
    lingering = true;
    options.afterTurn(() => {
      if (lingering) release();
    });
  }

  function release(): void {
    lingering = false;
    released = true;
    grant.release();
    options.onRelease();
  }

  return {
    get waiting() {
      return waiting;
    },
    proceed,
    join(sharer) {
      if (!lingering) return false;
      lingering = false;
      places -= 1;
      begin(sharer);
      return true;
    },
    leave(sharer) {
      waiting = waiting.filter((each) => each !== sharer);
    },
    hurry() {
      hurried = true;
      if (lingering) release();
    },
  };
}
