// What stands in for storage, locks and channel where a browser does not give all three, or nothing is to be kept. A part of
// its own, as hardly anybody needs it.

import type { KeyValueStore } from "../storage/key-value-store.ts";
import { createMemoryChannel } from "./memory-channel.ts";
import { createMemoryLocks } from "./memory-locks.ts";
import type { Platform } from "./platform.ts";

export { createMemoryStore } from "../storage/memory-store.ts";

export function roomsInMemory(store: KeyValueStore): Platform["rooms"] {
  return { store, locks: createMemoryLocks().connect(), channel: createMemoryChannel().connect(), compactor: null };
}
