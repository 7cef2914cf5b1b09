// Shortens the log of a room: stores a snapshot of it, and deletes the entries that nobody needs any more.
//
// Meant for a worker of the page, beside all the tabs that go on committing. It reads what is stored, as a tab does that
// opens the room, so its snapshot is the room as of one version and it needs nothing from the tab's own replica; and
// what it reads it has checked. The parts are stored one transaction each, under an id that nobody knows yet. The last
// transaction makes it the room's newest snapshot, if nobody else has stored one meanwhile. What ends early, at any
// point, leaves only parts that nobody reads and that the next one removes.
//
// The snapshot before it is kept, and the log from there on, so that a bad one can be done without. Each snapshot costs
// about as much as the changes that were committed since the last one: it is due when the log has outgrown that.

import type { ContainerId } from "../protocol/operation.ts";
import type { KeyedValue, KeyValueStore, TransactionOptions, Writes } from "../storage/key-value-store.ts";
import type { KeyRange } from "../storage/key.ts";
import { checksum } from "./checksum.ts";
import { loadRoom } from "./load-room.ts";
import { type Head, headKey, logRange, parseHead, partKey, snapshotKey, type SnapshotRef } from "./log.ts";
import { type Manifest, toParts } from "./snapshot.ts";

export interface CompactionOptions {
  readonly store: KeyValueStore;
  readonly room: string;
  readonly newId: () => string;
  readonly minLogBytes?: number;
  /** How much is stored at once. */
  readonly partBytes?: number;
  /** Told which containers no variable leads to. They are in this snapshot, since the log after it may name them. */
  readonly onUnreachable?: (ids: readonly ContainerId[]) => void;
}

/** not-due: somebody else did it, perhaps. overtaken: the room was reset, or somebody else was quicker. */
export type CompactionOutcome = "compacted" | "not-due" | "overtaken";

/** A log that is read as fast as the rest of what opening a room takes. */
export const minLogBytes = 256 * 1024;

export function isDue({ logBytes, snapshots }: Head, least = minLogBytes): boolean {
  return logBytes > Math.max(least, snapshots[0]?.bytes ?? 0);
}

export async function compactRoom(options: CompactionOptions): Promise<CompactionOutcome> {
  const { store, room, newId } = options;
  const found = parseHead(await store.get(headKey(room)));
  if (!found || !isDue(found, options.minLogBytes)) return "not-due";
  const loaded = await loadRoom(store, room);
  if (!loaded || !isDue(loaded.head, options.minLogBytes)) return "not-due";

  const { head, replica, base } = loaded;
  const { epoch, version } = head;
  const data = replica.toData();
  const place = { slot: base?.slot === 0 ? 1 : 0, id: newId() } as const;
  const checksums: number[] = [];
  let bytes = 0;

  /** Writes as long as the room is still what was read, but for new log entries. */
  function put(
    write: (now: Head) => Omit<Writes<unknown>, "result">,
    durability: TransactionOptions["durability"] = "relaxed",
  ): Promise<boolean> {
    return store.transact(
      { keys: [headKey(room)] },
      ([stored]) => {
        const now = parseHead(stored);
        if (!now || !isSameButLonger(now, head)) return { deleteRanges: [partsRange(room, place)], result: false };
        return { ...write(now), result: true };
      },
      { durability },
    );
  }

  for (const part of toParts(data, options.partBytes ?? 256 * 1024)) {
    const puts: KeyedValue[] = [[partKey(room, place, checksums.length), part.values]];
    if (!(await put(() => ({ puts })))) return "overtaken";
    checksums.push(checksum(part.values));
    bytes += part.bytes;
  }
  const manifest: Manifest = { id: place.id, epoch, version, nextId: data.nextId, slots: data.slots, checksums };
  const ref: SnapshotRef = { ...place, version, bytes };
  const finish = (now: Head): Omit<Writes<unknown>, "result"> => ({
    deleteRanges: [...otherParts(room, place), ...(base ? [logRange(room, 0, base.version)] : [])],
    puts: [
      [snapshotKey(room, place.slot), manifest],
      [headKey(room), { ...now, snapshots: base ? [ref, base] : [ref], logBytes: now.logBytes - head.logBytes }],
    ],
  });
  // Entries go for it, so it must be on the disk, and all that was written before with it.
  const done = await put(finish, "strict");
  if (!done) return "overtaken";
  const unreachable = replica.unreachable();
  if (unreachable.length > 0) options.onUnreachable?.(unreachable);
  return "compacted";
}

function isSameButLonger(now: Head, then: Head): boolean {
  const ids = ({ snapshots }: Head): string => snapshots.map(({ id }) => id).join();
  return now.epoch === then.epoch && ids(now) === ids(then);
}

function partsRange(room: string, place: Pick<SnapshotRef, "slot" | "id">): KeyRange {
  return [partKey(room, place, 0), partKey(room, place, Infinity)];
}

/** All that is in the slot but these parts: what was there before, and what was left by those that ended early. */
function otherParts(room: string, place: Pick<SnapshotRef, "slot" | "id">): KeyRange[] {
  const slot = snapshotKey(room, place.slot);
  return [
    [slot, [...slot, place.id]],
    [partKey(room, place, Infinity), [...slot, "\uffff"]],
  ];
}
