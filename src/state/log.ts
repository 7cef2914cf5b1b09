// How a room is stored: a head, a log of what was committed, and snapshots that spare replaying all of it. Names the keys
// and checks the forms of what is read; what operations mean is the journal's business.

import { Replica } from "../journal/replica.ts";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { estimateBytes } from "./byte-estimate.ts";
import { RoomError } from "./room-error.ts";

export interface Head {
  /** Versions count within it. A random id, so that two beginnings are never taken for one. */
  readonly epoch: string;
  /** Version of the newest log entry. */
  readonly version: number;
  /** Newest first. The log is kept from the last one's version on, or whole if there is none. */
  readonly snapshots: readonly SnapshotRef[];
  /** About the size of the log since the newest snapshot. */
  readonly logBytes: number;
}

export interface SnapshotRef {
  readonly slot: 0 | 1;
  readonly version: number;
}

/** One commit, as it is stored. */
export interface StoredEntry {
  /** Random: tells whether it was this very commit that became a version. */
  readonly id: string;
  /** What was called, or what a person did ("Reset"). */
  readonly fn: string;
  readonly user: string;
  readonly tab: string;
  /** Milliseconds since 1970 by that tab's clock. Order is by version only. */
  readonly time: number;
  readonly durationMs: number;
  readonly ops: readonly Operation[];
  readonly inverse: readonly Operation[];
  /** Hash of the source that ran. */
  readonly code: string;
}

export interface LogEntry extends StoredEntry {
  readonly version: number;
}

/** A room as of one moment. */
export interface StoredRoom {
  readonly head: Head;
  readonly replica: Replica;
}

export function headKey(room: string): Key {
  return [room, "head"];
}

export function logKey(room: string, version: number): Key {
  return [room, "log", version];
}

export function snapshotKey(room: string, slot: 0 | 1): Key {
  return [room, "snapshot", slot];
}

export function logRange(room: string, from: number, to = Infinity): KeyRange {
  return [logKey(room, from), logKey(room, to)];
}

export function snapshotRange(room: string): KeyRange {
  return [snapshotKey(room, 0), snapshotKey(room, 1)];
}

/** null: nothing was ever committed to the room. */
export function parseHead(value: unknown): Head | null {
  if (value === undefined) return null;
  const { epoch, version, snapshots, logBytes } = fieldsOf<Head>(value);
  if (typeof epoch !== "string" || !isVersion(version) || typeof logBytes !== "number" || !Array.isArray(snapshots)) {
    throw damaged();
  }
  return { epoch, version, logBytes, snapshots: snapshots.map(parseSnapshotRef) };
}

/** The entries found under `versions` from `from` on; null if one is missing, since then none after it means anything. */
export function parseEntries(found: readonly KeyedValue[], from: number, to: number): LogEntry[] | null {
  if (found.length !== to - from + 1) return null;
  return found.map(([key, value], i) => {
    if (key.at(-1) !== from + i) throw damaged();
    return parseEntry(value, from + i);
  });
}

export function parseEntry(value: unknown, version: number): LogEntry {
  const { id, fn, user, tab, time, durationMs, ops, inverse, code } = fieldsOf<StoredEntry>(value);
  const texts = [id, fn, user, tab, code];
  const numbers = [time, durationMs];
  if (!texts.every((text) => typeof text === "string") || !numbers.every((n) => typeof n === "number")) throw damaged();
  if (!Array.isArray(ops) || !Array.isArray(inverse)) throw damaged();
  // Operations are checked one by one as the replica applies them.
  return { ...(value as StoredEntry), version };
}

/** What to write for a commit that follows `head`. */
export function commitPuts(
  room: string,
  epoch: string,
  { version, ...entry }: LogEntry,
  head: Head | null,
): KeyedValue[] {
  const logBytes = (head?.logBytes ?? 0) + estimateBytes(entry.ops) + estimateBytes(entry.inverse);
  const next: Head = { epoch, version, snapshots: head?.snapshots ?? [], logBytes };
  return [
    [logKey(room, version), entry satisfies StoredEntry],
    [headKey(room), next],
  ];
}

export async function roomExists(store: KeyValueStore, room: string): Promise<boolean> {
  return (await store.get(headKey(room))) !== undefined;
}

/** Reads the room from its newest snapshot that is sound, and the log after it. null if there is no such room. */
export async function loadRoom(store: KeyValueStore, room: string): Promise<StoredRoom | null> {
  for (let skip = 0; ; skip++) {
    const { values, ranges } = await store.read({
      keys: [headKey(room), snapshotKey(room, 0), snapshotKey(room, 1)],
      ranges: ([head]) => [logRange(room, (parseHead(head)?.snapshots[skip]?.version ?? 0) + 1)],
    });
    const head = parseHead(values[0]);
    if (!head) return null;
    const ref = head.snapshots[skip];
    const replica = replay(head, ref, ref && values[1 + ref.slot], ranges[0] ?? []);
    if (replica) return { head, replica };
    if (!ref) throw damaged();
  }
}

/** The newest entries that are kept, newest first. */
export async function readHistory(store: KeyValueStore, room: string, limit: number): Promise<LogEntry[]> {
  const { ranges } = await store.read({
    keys: [headKey(room)],
    ranges: ([stored]) => {
      const { version } = parseHead(stored) ?? { version: 0 };
      return [logRange(room, Math.max(1, version - limit + 1), version)];
    },
  });
  const found = ranges[0] ?? [];
  return found.map(([key, value]) => parseEntry(value, Number(key.at(-1)))).toReversed();
}

export function damaged(cause?: unknown): RoomError {
  return new RoomError(
    "damaged",
    "What this browser has stored of the shared state is damaged. Reset starts it anew.",
    cause,
  );
}

function replay(
  head: Head,
  ref: SnapshotRef | undefined,
  snapshot: unknown,
  log: readonly KeyedValue[],
): Replica | null {
  try {
    const start = ref ? parseSnapshot(snapshot, head.epoch, ref.version) : { version: 0, data: emptyGraph };
    const entries = parseEntries(log, start.version + 1, head.version);
    if (!entries) return null;
    const replica = Replica.from(start.data);
    for (const entry of entries) replica.apply(entry.ops);
    return replica;
  } catch {
    // Unsound, whatever the reason: the caller tries an older snapshot and says so if there is none.
    return null;
  }
}

function parseSnapshot(value: unknown, epoch: string, version: number): { version: number; data: GraphData } {
  const snapshot = fieldsOf<{ epoch: string; version: number; data: GraphData }>(value);
  if (snapshot.epoch !== epoch || snapshot.version !== version) throw damaged();
  // The replica checks the rest.
  return { version, data: snapshot.data as GraphData };
}

function parseSnapshotRef(value: unknown): SnapshotRef {
  const { slot, version } = fieldsOf<SnapshotRef>(value);
  if ((slot !== 0 && slot !== 1) || !isVersion(version)) throw damaged();
  return { slot, version };
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function fieldsOf<T>(value: unknown): Partial<Record<keyof T, unknown>> {
  if (typeof value !== "object" || value === null) throw damaged();
  return value;
}
