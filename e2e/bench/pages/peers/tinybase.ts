// TinyBase: a mergeable store with its IndexedDB persister and its BroadcastChannel synchronizer. It acknowledges nothing
// and isolates nothing, so it is shown and not ranked.

import { createMergeableStore } from "tinybase";
import { createIndexedDbPersister } from "tinybase/persisters/persister-indexed-db";
import { createBroadcastChannelSynchronizer } from "tinybase/synchronizers/synchronizer-broadcast-channel";
import type { Contestant } from "../contest.ts";
import { createTurn } from "./turn.ts";

export async function open(name: string): Promise<Contestant> {
  const store = createMergeableStore();
  // Saves whole tables, so each tab has a database of its own; they agree over the channel.
  const persister = createIndexedDbPersister(store, `${name} ${crypto.randomUUID()}`);
  await persister.startAutoSave();
  await createBroadcastChannelSynchronizer(store, name).startSync();
  const turn = createTurn();
  return {
    async add({ id, score }) {
      store.setRow("items", id, { score });
      await turn();
    },
    count: () => store.getRowCount("items"),
    subscribe: (listener) => void store.addTablesListener(listener),
  };
}
