// What the browser gives the page to keep state with, or what stands in for it. Rooms need all three of storage, locks
// and a channel: with two of them tabs would take each other's changes back.

import { randomId } from "../base/random-id.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { openStore } from "../storage/open-store.ts";
import { type Channel, openChannel } from "./channel.ts";
import type { Compactor } from "./compaction-schedule.ts";
import { createCompactor } from "./compactor.ts";
import { type Locks, openLocks } from "./locks.ts";

export interface Platform {
  /** For all that needs no agreement between tabs: drafts, caches. */
  readonly store: KeyValueStore;
  readonly rooms: {
    readonly store: KeyValueStore;
    readonly locks: Locks;
    readonly channel: Channel;
    /** null where rooms are kept in memory: they go with the tab, log and all. */
    readonly compactor: Compactor | null;
  };
  /** Why something is kept in memory only, for people; null if all is well. */
  readonly problem: string | null;
  /** Whether a database that was given up answers after all, once that is known. */
  readonly answersLater: Promise<boolean>;
}

/** `path`: what all names begin with (see partitionOf in storage); null: nothing is kept. */
export async function openPlatform(path: string | null): Promise<Platform> {
  if (path === null) {
    const { createMemoryStore, roomsInMemory } = await import("./rooms-in-memory.ts");
    const store = createMemoryStore();
    return { store, rooms: roomsInMemory(store), problem: null, answersLater: Promise.resolve(false) };
  }
  const [{ store, problem, answersLater }, locks] = await Promise.all([openStore({ path }), openLocks(path, randomId)]);
  // Of all formats: a tab that hears a newer one can say so.
  const channel = openChannel(path);
  if (problem === null && locks && channel) {
    return { store, rooms: { store, locks, channel, compactor: createCompactor(path) }, problem, answersLater };
  }
  channel?.close();
  const { createMemoryStore, roomsInMemory } = await import("./rooms-in-memory.ts");
  return { store, rooms: roomsInMemory(createMemoryStore()), problem: problem ?? noAgreement, answersLater };
}

const noAgreement =
  "This browser does not let tabs agree with each other (it lacks Web Locks, or the page is not served over https). Everything works, but this tab's state is its own, and is gone when you close it.";
