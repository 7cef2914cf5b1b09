// The store over IndexedDB. No promise is awaited inside a transaction, since browsers commit one that has nothing to do.

import { get } from "idb-keyval";
import { assert } from "../base/assert.ts";
import type { Connection } from "./connection.ts";
import { compareKeys, type Key, type KeyRange } from "./key.ts";
import {
  type Found,
  type KeyedValue,
  type KeyValueStore,
  rangesOf,
  type Reads,
  type Writes,
} from "./key-value-store.ts";
import { toStorageError } from "./storage-error.ts";

export function createDatabaseStore(connection: Connection): KeyValueStore {
  const store: KeyValueStore = {
    durable: true,
    async get(key) {
      try {
        return await get([...key], connection);
      } catch (error) {
        throw toStorageError(error);
      }
    },
    async range(from, to) {
      const { ranges } = await store.read({ keys: [], ranges: [[from, to]] });
      return [...(ranges[0] ?? [])];
    },
    read: (reads) => connection("readonly", (objects) => run(objects, reads, (result) => ({ result }))),
    transact: (reads, decide, { durability } = {}) =>
      connection(
        "readwrite",
        (objects) => run(objects, reads, ({ values, ranges }) => decide(values, ranges)),
        durability,
      ),
  };
  return store;
}

/** Reads, then decides and writes in the very callback of the last read. Settles with the transaction. */
function run<T>(objects: IDBObjectStore, reads: Reads, decide: (found: Found) => Writes<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { transaction } = objects;
    let decided: { readonly result: T } | null = null;
    let thrown: { readonly error: unknown } | null = null;

    transaction.oncomplete = () => {
      if (decided) resolve(decided.result);
    };
    transaction.onabort = () => reject(thrown ? thrown.error : toStorageError(transaction.error));

    function step(action: () => void): void {
      try {
        action();
      } catch (error) {
        thrown = { error };
        transaction.abort();
      }
    }

    const values = reads.keys.map((key) => objects.get([...key]));
    whenRead(values, step, () => {
      const found = values.map((request): unknown => request.result);
      const ranges = rangesOf(reads, found).map((range) => requestRange(objects, range));
      whenRead(ranges.flat(), step, () => {
        const writes = decide({ values: found, ranges: ranges.map(toKeyedValues) });
        tryWrite(objects, writes);
        decided = writes;
        // What was read is known: the end of a transaction that writes nothing is worth no waiting.
        if (transaction.mode === "readonly") resolve(writes.result);
        // Saves waiting for the browser to notice that nothing more comes.
        transaction.commit();
      });
    });
  });
}

/** Requests of a transaction succeed in the order in which they were made. */
function whenRead(requests: readonly IDBRequest[], step: (action: () => void) => void, action: () => void): void {
  const last = requests.at(-1);
  if (last) last.onsuccess = () => step(action);
  else step(action);
}

type RangeRequests = readonly [] | readonly [keys: IDBRequest<IDBValidKey[]>, values: IDBRequest<unknown[]>];

function requestRange(objects: IDBObjectStore, [from, to]: KeyRange): RangeRequests {
  if (compareKeys(from, to) > 0) return [];
  const range = IDBKeyRange.bound([...from], [...to]);
  return [objects.getAllKeys(range), objects.getAll(range)];
}

function toKeyedValues([keys, values]: RangeRequests): KeyedValue[] {
  if (!keys || !values) return [];
  return keys.result.map((key, i) => [toKey(key), values.result[i]]);
}

/** All keys of the database are such arrays. */
function toKey(key: IDBValidKey): Key {
  assert(Array.isArray(key), "a key that is no array");
  return key.map((part) => {
    assert(typeof part === "string" || typeof part === "number", "a key with a part that is no string or number");
    return part;
  });
}

/** What the browser throws on the spot (no room, too large, no data) is its refusal, as what it says later is. */
function tryWrite(objects: IDBObjectStore, writes: Writes<unknown>): void {
  try {
    write(objects, writes);
  } catch (error) {
    throw toStorageError(error);
  }
}

function write(objects: IDBObjectStore, { puts = [], deletes = [], deleteRanges = [] }: Writes<unknown>): void {
  for (const [from, to] of deleteRanges) {
    if (compareKeys(from, to) <= 0) objects.delete(IDBKeyRange.bound([...from], [...to]));
  }
  for (const key of deletes) objects.delete([...key]);
  for (const [key, value] of puts) objects.put(value, [...key]);
}
