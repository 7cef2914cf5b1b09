// A store in the memory of one tab, for browsers that refuse storage and for tests. Values are cloned on the way in and
// out, so nobody shares an object with it, as with the real one.

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

export function createMemoryStore(): KeyValueStore {
  /** Sorted by key. */
  const entries: KeyedValue[] = [];

  function find(key: Key): unknown {
    const [found] = slice(entries, [key, key]);
    return found && structuredClone(found[1]);
  }

  function collect(reads: Reads): Found {
    const values = reads.keys.map(find);
    return { values, ranges: rangesOf(reads, values).map((range) => structuredClone(slice(entries, range))) };
  }

  function write(writes: Writes<unknown>): void {
    const puts = clonePuts(writes.puts ?? []);
    const ranges = [...(writes.deleteRanges ?? []), ...(writes.deletes ?? []).map((key): KeyRange => [key, key])];
    for (const [from, to] of ranges) {
      const start = lowerBound(entries, from);
      entries.splice(start, slice(entries, [from, to]).length);
    }
    for (const put of puts) {
      const at = lowerBound(entries, put[0]);
      const existing = entries[at];
      entries.splice(at, existing && compareKeys(existing[0], put[0]) === 0 ? 1 : 0, put);
    }
  }

  return {
    durable: false,
    get: async (key) => find(key),
    range: async (from, to) => structuredClone(slice(entries, [from, to])),
    read: async (reads) => collect(reads),
    async transact(reads, decide) {
      const { values, ranges } = collect(reads);
      const writes = decide(values, ranges);
      write(writes);
      return writes.result;
    },
  };
}

function clonePuts(puts: readonly KeyedValue[]): KeyedValue[] {
  try {
    return puts.map(([key, value]) => [[...key], structuredClone(value)]);
  } catch (error) {
    throw toStorageError(error);
  }
}

function slice(entries: readonly KeyedValue[], [from, to]: KeyRange): KeyedValue[] {
  const start = lowerBound(entries, from);
  let end = start;
  for (let entry = entries[end]; entry && compareKeys(entry[0], to) <= 0; entry = entries[end]) end++;
  return entries.slice(start, end);
}

/** Index of the first entry that does not come before `key`. */
function lowerBound(entries: readonly KeyedValue[], key: Key): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && compareKeys(entry[0], key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
