// idb-keyval: `update`, its own atomic read-modify-write, of the whole list under one key; other tabs are told over a
// BroadcastChannel and read the list again, once for all messages that came meanwhile.

import { createStore, get, update } from "idb-keyval";
import type { Contestant, Item } from "../contest.ts";
import { coalesce } from "./coalesce.ts";

export async function open(name: string): Promise<Contestant> {
  const store = createStore(name, "values");
  const channel = new BroadcastChannel(name);
  let items: readonly Item[] = (await get<Item[]>("items", store)) ?? [];
  let onChange: () => void = () => undefined;

  function take(next: readonly Item[]): void {
    // What was read before an update of this tab may come after it.
    if (next.length > items.length) items = next;
    onChange();
  }
  channel.onmessage = coalesce(async () => take((await get<Item[]>("items", store)) ?? []));

  return {
    async add(item) {
      let updated: readonly Item[] = [];
      await update<Item[]>("items", (old = []) => (updated = [...old, item]) as Item[], store);
      channel.postMessage("changed");
      take(updated);
    },
    count: () => items.length,
    subscribe: (listener) => void (onChange = listener),
  };
}
