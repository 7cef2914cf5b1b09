// The calls of this page that wait for one room's lock. First come, first served, with one request to the browser at a
// time: on its grant the calls that waited by then go one after another, so that many calls of a page cost one grant.

import { createDeferred, type Deferred } from "../base/deferred.ts";
import type { LockGrant, LockPlace, Locks } from "./locks.ts";

export interface QueueOptions {
  readonly signal: AbortSignal;
  /** Where the call stands among all that wait, from 1. Not called when its turn comes before there is anything to tell. */
  onQueue(position: number, length: number): void;
}

/** Ends a turn. Calling it again does nothing. */
export type EndTurn = () => void;

interface Waiter {
  readonly turn: Deferred<EndTurn>;
  readonly options: QueueOptions;
  readonly leave: () => void;
  /** What it was told last. */
  told: string;
}

/** Bounds how long other tabs wait for a page with many calls. */
const callsPerGrant = 16;
/** Most calls get their turn sooner than that, and need not ask for their place. */
const firstLookMs = 50;
const lookMs = 250;

export class LockQueue {
  readonly #locks: Locks;
  readonly #name: string;
  /** Waiting for a grant to come. */
  #waiters: Waiter[] = [];
  /** Waiting for their turn under the grant at hand; null while there is none. */
  #sharers: Waiter[] | null = null;
  #request: AbortController | null = null;
  #place: LockPlace | null = null;
  #look: ReturnType<typeof setTimeout> | null = null;
  #paused = false;

  constructor(locks: Locks, name: string) {
    this.#locks = locks;
    this.#name = name;
  }

  /** Resolves when it is this call's turn. Rejects with the signal's reason if that comes first. */
  enter(options: QueueOptions): Promise<EndTurn> {
    const { signal } = options;
    if (signal.aborted) return Promise.reject(signal.reason);
    const waiter: Waiter = {
      turn: createDeferred(),
      options,
      leave: () => this.#leave(waiter, signal.reason),
      told: "",
    };
    signal.addEventListener("abort", waiter.leave, { once: true });
    this.#waiters.push(waiter);
    this.#ask();
    this.#tell();
    this.#lookLater(this.#sharers ? 0 : firstLookMs);
    return waiter.turn.promise;
  }

  /** The page is about to be frozen: a grant now would keep every other tab waiting. Calls go on waiting. */
  pause(): void {
    this.#paused = true;
    this.#withdraw();
  }

  resume(): void {
    this.#paused = false;
    this.#ask();
  }

  /** Ends all waiting with `reason`. A turn under way ends by itself. */
  dispose(reason: unknown): void {
    for (const waiter of [...(this.#sharers ?? []), ...this.#waiters]) this.#leave(waiter, reason);
  }

  #ask(): void {
    if (this.#request || this.#paused || this.#waiters.length === 0) return;
    const request = new AbortController();
    this.#request = request;
    this.#locks.request(this.#name, request.signal).then(
      (grant) => {
        if (this.#request === request) this.#share(grant);
        else grant.release();
      },
      (error: unknown) => {
        if (this.#request !== request) return;
        this.#request = null;
        for (const waiter of [...this.#waiters]) this.#leave(waiter, error);
      },
    );
  }

  #withdraw(): void {
    const request = this.#request;
    this.#request = null;
    this.#place = null;
    request?.abort();
  }

  #share(grant: LockGrant): void {
    this.#request = null;
    this.#place = null;
    const sharers = this.#waiters.splice(0, callsPerGrant);
    this.#sharers = sharers;
    // Those left wait behind the other tabs, from now on and not only from the end of this grant.
    this.#ask();
    const next = (): void => {
      const waiter = sharers.shift();
      if (!waiter) {
        this.#sharers = null;
        grant.release();
        return;
      }
      waiter.options.signal.removeEventListener("abort", waiter.leave);
      waiter.turn.resolve(once(next));
      this.#tell();
    };
    next();
  }

  #leave(waiter: Waiter, reason: unknown): void {
    waiter.options.signal.removeEventListener("abort", waiter.leave);
    for (const list of [this.#waiters, this.#sharers ?? []]) {
      const index = list.indexOf(waiter);
      if (index >= 0) list.splice(index, 1);
    }
    waiter.turn.reject(reason);
    if (this.#waiters.length === 0) this.#withdraw();
    this.#tell();
  }

  #lookLater(delayMs: number): void {
    if (this.#look) return;
    this.#look = setTimeout(() => void this.#lookNow(), delayMs);
  }

  async #lookNow(): Promise<void> {
    const request = this.#request;
    // Not knowing the other tabs, what this page knows is still worth telling.
    const place = request ? await this.#locks.place(this.#name).catch(() => null) : null;
    this.#look = null;
    if (request && this.#request === request) this.#place = place ?? this.#place ?? { before: 0, others: 0 };
    this.#tell();
    if (this.#waiters.length > 0) this.#lookLater(lookMs);
  }

  #tell(): void {
    const sharers = this.#sharers ?? [];
    const others = this.#place?.others ?? 0;
    const length = sharers.length + others + this.#waiters.length;
    sharers.forEach((waiter, i) => tell(waiter, i + 1, length));
    if (!this.#place) return;
    const before = sharers.length + this.#place.before;
    this.#waiters.forEach((waiter, i) => tell(waiter, before + i + 1, length));
  }
}

function tell(waiter: Waiter, position: number, length: number): void {
  const text = `${position}/${length}`;
  if (waiter.told === text) return;
  waiter.told = text;
  waiter.options.onQueue(position, length);
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
