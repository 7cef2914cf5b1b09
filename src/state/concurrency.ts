// At most N calls of a function at once, over all tabs: a counting semaphore of N exclusive locks. Who comes waits at a gate,
// in order, until one of them is free.

import { assert } from "../base/assert.ts";
import type { LockGrant, Locks } from "./locks.ts";

/** Resolves with what lets the next one in. Rejects with the signal's reason if that comes first. */
export async function enterOneOf(locks: Locks, name: string, limit: number, signal: AbortSignal): Promise<() => void> {
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
