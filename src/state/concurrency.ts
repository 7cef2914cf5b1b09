// At most N calls of a function at once, over all tabs. One: a queue for a lock, as the room has it. More: a counting
// semaphore of N exclusive locks; who comes waits at a gate, in order, until one of them is free.

import { assert } from "../base/assert.ts";
import { LockQueue, type QueueOptions } from "./lock-queue.ts";
import type { LockGrant, Locks } from "./locks.ts";

export interface LimitOptions extends Pick<QueueOptions, "signal"> {
  readonly limit: number;
  /** Of one at a time only; when the turn will come is not known. */
  onQueue(position: number, length: number, etaMs: null): void;
}

/** The limits of one room's functions, by name. */
export class CallLimits {
  readonly #locks: Locks;
  readonly #prefix: string;
  readonly #queues = new Map<string, LockQueue>();

  constructor(locks: Locks, prefix: string) {
    this.#locks = locks;
    this.#prefix = prefix;
  }

  /** Resolves with what lets the next one in. Rejects with the signal's reason if that comes first. */
  async enter(name: string, { limit, signal, onQueue }: LimitOptions): Promise<() => void> {
    const lock = `${this.#prefix}:${name}`;
    if (limit > 1) return enterOneOf(this.#locks, lock, limit, signal);
    const queue = this.#queues.get(name) ?? new LockQueue({ locks: this.#locks, name: `${lock}:0` });
    this.#queues.set(name, queue);
    const turn = await queue.enter({ signal, onQueue: (position, length) => onQueue(position, length, null) });
    return turn.end;
  }

  pause(): void {
    for (const queue of this.#queues.values()) queue.pause();
  }

  resume(): void {
    for (const queue of this.#queues.values()) queue.resume();
  }

  /** Ends all waiting with `reason`. */
  dispose(reason: unknown): void {
    for (const queue of this.#queues.values()) queue.dispose(reason);
  }
}

async function enterOneOf(locks: Locks, name: string, limit: number, signal: AbortSignal): Promise<() => void> {
  const gate = await locks.request(`${name}:gate`, signal);
  try {
    const grant = await first(limit, (place, wanted) => locks.request(`${name}:${place}`, wanted), signal);
    return grant.release;
  } finally {
    gate.release();
  }
}

/** The first of the locks that is granted; the requests for the others are taken back. */
async function first(
  limit: number,
  request: (place: number, wanted: AbortSignal) => Promise<LockGrant>,
  signal: AbortSignal,
): Promise<LockGrant> {
  const enough = new AbortController();
  const wanted = AbortSignal.any([signal, enough.signal]);
  let chosen: LockGrant | null = null;
  const requests = Array.from({ length: limit }, async (_, place) => {
    const grant = await request(place, wanted);
    if (chosen) return grant.release();
    chosen = grant;
    enough.abort();
  });
  await Promise.any(requests).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error instanceof AggregateError ? error.errors[0] : error;
  });
  assert(chosen, "one of the requests was granted");
  return chosen;
}
