// RxDB with its Dexie storage: one document that holds the list, changed by `incrementalModify`, which is its isolated
// read-modify-write; `multiInstance` keeps the document of every tab up to date.

import { createRxDatabase, type RxCollection } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { Contestant, Item } from "../contest.ts";

interface List {
  id: string;
  items: Item[];
}

const schema = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: { type: "string", maxLength: 10 },
    items: {
      type: "array",
      items: { type: "object", properties: { id: { type: "string" }, score: { type: "number" } } },
    },
  },
  required: ["id", "items"],
} as const;

export async function open(name: string): Promise<Contestant> {
  const db = await createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: true });
  const { lists } = await db.addCollections<{ lists: RxCollection<List> }>({
    lists: { schema },
  });
  const doc = await lists.incrementalUpsert({ id: "list", items: [] });
  let count = 0;
  let onChange: () => void = () => undefined;
  doc.$.subscribe((latest: List) => {
    count = latest.items.length;
    onChange();
  });
  return {
    add: (item) =>
      doc.incrementalModify((data: List) => {
        data.items.push({ ...item });
        return data;
      }),
    count: () => count,
    subscribe: (listener) => void (onChange = listener),
  };
}
