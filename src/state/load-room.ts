// Reads a room: from its newest snapshot that is sound, and the log after it.

import { Replica } from "../journal/replica.ts";
import { emptyGraph, type GraphData } from "../protocol/operation.ts";
import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import {
  damaged,
  type Head,
  headKey,
  logRange,
  parseEntries,
  parseHead,
  snapshotKey,
  type SnapshotRef,
} from "./log.ts";
import { fromParts, type Manifest } from "./snapshot.ts";

/** A room as of one moment. */
export interface StoredRoom {
  readonly head: Head;
  readonly replica: Replica;
  /** The snapshot that it was read from; null if from the log alone. */
  readonly base: SnapshotRef | null;
}

/** null if there is no such room. */
export async function loadRoom(store: KeyValueStore, room: string): Promise<StoredRoom | null> {
  for (let skip = 0; ; skip++) {
    const { values, ranges } = await store.read({
      keys: [headKey(room)],
      ranges: ([stored]) => {
        const ref = parseHead(stored)?.snapshots[skip];
        return [logRange(room, (ref?.version ?? 0) + 1), ...(ref ? [slotRange(room, ref)] : [])];
      },
    });
    const head = parseHead(values[0]);
    if (!head) return null;
    const base = head.snapshots[skip] ?? null;
    const replica = replay(head, base, ranges[0] ?? [], ranges[1] ?? []);
    if (replica) return { head, replica, base };
    if (!base) throw damaged();
  }
}

function slotRange(room: string, { slot }: SnapshotRef): KeyRange {
  const key = snapshotKey(room, slot);
  return [key, [...key, "\uffff"]];
}

function replay(
  head: Head,
  base: SnapshotRef | null,
  log: readonly KeyedValue[],
  found: readonly KeyedValue[],
): Replica | null {
  try {
    const data = base ? toData(head, base, found) : emptyGraph;
    const entries = parseEntries(log, (base?.version ?? 0) + 1, head.version);
    if (!data || !entries) return null;
    const replica = Replica.from(data);
    for (const entry of entries) replica.apply(entry.ops);
    return replica;
  } catch {
    // Unsound, whatever the reason: the caller tries an older snapshot and says so if there is none.
    return null;
  }
}

/** Others may be writing parts into the same slot: those have another id. */
function toData({ epoch }: Head, { id, version }: SnapshotRef, found: readonly KeyedValue[]): GraphData | null {
  const [first, ...rest] = found;
  const manifest = first?.[1] as Manifest | undefined;
  if (manifest?.id !== id || manifest.epoch !== epoch || manifest.version !== version) return null;
  return fromParts(
    manifest,
    rest.filter(([key]) => partOf(key) === id).map(([, value]) => value),
  );
}

function partOf(key: Key): unknown {
  return key[3];
}
