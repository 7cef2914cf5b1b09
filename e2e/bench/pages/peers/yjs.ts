// Yjs with y-indexeddb: an append is done in memory, stored and sent afterwards. It acknowledges nothing and isolates
// nothing, so it is shown and not ranked.

import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { Contestant, Item } from "../contest.ts";
import { createTurn } from "./turn.ts";

export async function open(name: string): Promise<Contestant> {
  const doc = new Y.Doc();
  await new IndexeddbPersistence(name, doc).whenSynced;
  const channel = new BroadcastChannel(name);
  const items = doc.getArray<Item>("items");
  const turn = createTurn();
  channel.onmessage = ({ data }: MessageEvent<Uint8Array>) => Y.applyUpdate(doc, data, channel);
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== channel) channel.postMessage(update);
  });
  return {
    async add(item) {
      items.push([item]);
      await turn();
    },
    count: () => items.length,
    subscribe: (listener) => items.observe(listener),
  };
}
