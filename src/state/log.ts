// How a room is stored: a head, a log of what was committed, and snapshots that spare replaying all of it. Names the keys
// and checks the forms of what is read; what operations mean is the journal's business.

import type { Operation } from "../protocol/operation.ts";
import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { estimateBytes } from "./byte-estimate.ts";
import { type CommitKind, kindOf } from "./commit-kind.ts";
import { RoomError } from "./room-error.ts";

export interface Head {
  /** Versions count within it. A random id, so that two beginnings are never taken for one. */
  readonly epoch: string;
  /** Version of the newest log entry. */
  readonly version: number;
  /** Newest first. The log is kept from what follows the second, or whole while there are fewer. */
  readonly snapshots: readonly SnapshotRef[];
  /** About the size of the log since the newest snapshot. */
  readonly logBytes: number;
  /**
   * Raised by who takes the room's lock away from a tab that gives no sign of life. Calls commit only under the fence
   * that they found when they got the lock.
   */
  readonly fence: number;
}

export interface SnapshotRef {
  readonly slot: 0 | 1;
  /** Random: that of its manifest and parts. */
  readonly id: string;
  readonly version: number;
  /** About its size. */
  readonly bytes: number;
}

/** One commit, as it is stored. */
export interface StoredEntry {
  /** Random: tells whether it was this very commit that became a version. */
  readonly id: string;
  /** Absent from what was stored by versions of this app that did not know it. */
  readonly kind?: CommitKind;
  /** What was called, or what a person did ("Reset"). Only to be shown: a function may bear any name. */
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
  readonly kind: CommitKind;
  readonly version: number;
}

/** What an entry takes besides its operations. */
const entryBytes = 200;

export function headKey(room: string): Key {
  return [room, "head"];
}

export function logKey(room: string, version: number): Key {
  return [room, "log", version];
}

/** Holds the manifest. Parts are under keys that begin with this one. */
export function snapshotKey(room: string, slot: 0 | 1): Key {
  return [room, "snapshot", slot];
}

export function partKey(room: string, { slot, id }: Pick<SnapshotRef, "slot" | "id">, part: number): Key {
  return [...snapshotKey(room, slot), id, part];
}

export function logRange(room: string, from: number, to = Infinity): KeyRange {
  return [logKey(room, from), logKey(room, to)];
}

/** Manifests and parts. */
export function snapshotsRange(room: string): KeyRange {
  return [snapshotKey(room, 0), [room, "snapshot", Infinity]];
}

/** Everything of a room, but not of its keys of the browser's state. */
export function roomRange(room: string): KeyRange {
  return [[room], [room, "\uffff"]];
}

/** null: nothing was ever committed to the room. */
export function parseHead(value: unknown): Head | null {
  if (value === undefined) return null;
  const { epoch, version, snapshots, logBytes, fence } = fieldsOf<Head>(value);
  const numbers = [logBytes, fence];
  if (typeof epoch !== "string" || !isVersion(version) || !numbers.every(isSize) || !Array.isArray(snapshots)) {
    throw damaged();
  }
  return { ...(value as Head), snapshots: snapshots.map(parseSnapshotRef) };
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
  return { ...(value as StoredEntry), kind: kindOf(value as StoredEntry), version };
}

/** The head after a commit; `before` is null for the first of an epoch. */
export function nextHead(before: Head | null, epoch: string, { version, ops, inverse }: LogEntry): Head {
  const bytes = entryBytes + estimateBytes(ops) + estimateBytes(inverse);
  const { snapshots = [], logBytes = 0, fence = 0 } = before ?? {};
  return { epoch, version, snapshots, logBytes: logBytes + bytes, fence };
}

/** What commits that follow each other put: an entry each, and the last one's head. */
export function commitPuts(
  room: string,
  commits: readonly { readonly entry: LogEntry; readonly head: Head }[],
): KeyedValue[] {
  const puts = commits.map(({ entry: { version, ...entry } }): KeyedValue => [logKey(room, version), entry]);
  const head = commits.at(-1)?.head;
  if (head) puts.push([headKey(room), head]);
  return puts;
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

function parseSnapshotRef(value: unknown): SnapshotRef {
  const { slot, id, version, bytes } = fieldsOf<SnapshotRef>(value);
  if ((slot !== 0 && slot !== 1) || typeof id !== "string" || !isVersion(version) || !isSize(bytes)) throw damaged();
  return value as SnapshotRef;
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && value >= 0;
}

function fieldsOf<T>(value: unknown): Partial<Record<keyof T, unknown>> {
  if (typeof value !== "object" || value === null) throw damaged();
  return value;
}
