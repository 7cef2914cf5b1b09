// Bare IndexedDB: a record for each item in a transaction of its own, without a lock, a read or a worker; other tabs are
// told and read what is new. What storing alone costs, shown and not ranked: nothing is read before it is written.

import type { Contestant, Item } from "../contest.ts";
import { coalesce } from "./coalesce.ts";

export async function open(name: string): Promise<Contestant> {
  const db = await openDatabase(name);
  const channel = new BroadcastChannel(name);
  let count = 0;
  let lastKey = 0;
  let onChange: () => void = () => undefined;
  const follow = coalesce(async () => {
    const keys = await keysAbove(db, lastKey);
    count += keys.length;
    lastKey = keys.at(-1) ?? lastKey;
    onChange();
  });
  channel.onmessage = follow;
  return {
    async add(item) {
      await append(db, item);
      channel.postMessage("changed");
      follow();
    },
    count: () => count,
    subscribe: (listener) => void (onChange = listener),
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore("items", { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function append(db: IDBDatabase, item: Item): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction("items", "readwrite", { durability: "relaxed" });
    transaction.objectStore("items").add(item);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.commit();
  });
}

function keysAbove(db: IDBDatabase, last: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const items = db.transaction("items").objectStore("items");
    // The items too, as a tab that shows them would.
    const values = items.getAll(IDBKeyRange.lowerBound(last, true));
    const keys = items.getAllKeys(IDBKeyRange.lowerBound(last, true));
    keys.onsuccess = () => resolve(keys.result as number[]);
    values.onerror = keys.onerror = () => reject(keys.error ?? values.error);
  });
}
