// Copies a room under another id, with the browser's state that belongs to it, in one transaction, so that the copy is the
// room as of one moment.

import type { Key } from "../storage/key.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { browserKeysRange, movedKeys } from "./browser-keys.ts";
import { isUpkeep } from "./commit-kind.ts";
import { type Head, headKey, logRange, parseEntry, parseHead, roomRange, snapshotsRange } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { Manifest } from "./snapshot.ts";

/** Where the rooms of a copy stood when it was made: its own, and those of its keys. */
export type CopiedAt = ReadonlyMap<string, Pick<Head, "epoch" | "version">>;

export function forkRoom(store: KeyValueStore, from: string, to: string): Promise<CopiedAt> {
  return store.transact(
    {
      keys: [headKey(from), headKey(to)],
      ranges: [logRange(from, 0), snapshotsRange(from), browserKeysRange(from), browserKeysRange(to)],
    },
    ([head, existing], [log = [], snapshots = [], keys = [], existingKeys = []]) => {
      if (existing !== undefined || existingKeys.length > 0)
        throw new RoomError("conflict", "The copy was not made: there is shared state in its place.");
      const whole = head === undefined ? [] : [...log, ...snapshots, [headKey(from), head] as const];
      const puts = movedKeys([...whole, ...keys], from, to);
      return { puts, result: copiedAt(puts) };
    },
  );
}

/** Whether anything was ever committed to a room, or to the browser's state that belongs to it. */
export async function roomExists(store: KeyValueStore, room: string): Promise<boolean> {
  if ((await store.get(headKey(room))) !== undefined) return true;
  return (await store.range(...browserKeysRange(room))).length > 0;
}

/**
 * Makes a copy anew whose room has moved on since, if nothing but code was loaded in the copy since it was made; null: it
 * did not. In an epoch of its own, so that a tab that has the copy open starts over.
 */
export function forkAnew(
  store: KeyValueStore,
  from: string,
  to: string,
  { copied, epoch }: { readonly copied: CopiedAt; readonly epoch: string },
): Promise<CopiedAt | null> {
  return store.transact<CopiedAt | null>(
    {
      keys: [headKey(from), headKey(to)],
      ranges: [
        logRange(from, 0),
        snapshotsRange(from),
        browserKeysRange(from),
        logRange(to, (copied.get(to)?.version ?? 0) + 1),
        browserKeysRange(to),
      ],
    },
    ([head, head2], [log = [], snapshots = [], keys = [], since = [], keys2 = []]) => {
      const own: KeyedValue[] = head2 === undefined ? [] : [[headKey(to), head2]];
      if (![...own, ...since, ...keys2].every((stored) => isUntouched(stored, copied))) return { result: null };
      const whole = head === undefined ? [] : [...log, ...snapshots, [headKey(from), head] as const];
      const puts = movedKeys([...whole, ...keys], from, to).map((stored) => inEpoch(stored, epoch));
      const made = copiedAt(puts);
      // What only the copy has is of the code that was loaded in it.
      const deleteRanges = Array.from(made.keys(), roomRange);
      return { deleteRanges, puts, result: made };
    },
  );
}

function copiedAt(puts: readonly KeyedValue[]): CopiedAt {
  return new Map(
    puts.flatMap(([key, value]) => {
      const head = isHead(key) ? parseHead(value) : null;
      return head ? [[String(key[0]), { epoch: head.epoch, version: head.version }] as const] : [];
    }),
  );
}

/** Whether this, of a copy, says of nothing that somebody did in it. */
function isUntouched([key, value]: KeyedValue, copied: CopiedAt): boolean {
  const at = copied.get(String(key[0]));
  if (isHead(key)) return !at || parseHead(value)?.epoch === at.epoch;
  const version = Number(key.at(-1));
  return key[1] !== "log" || version <= (at?.version ?? 0) || isUpkeep(parseEntry(value, version).kind);
}

function inEpoch([key, value]: KeyedValue, epoch: string): KeyedValue {
  if (isHead(key)) return [key, { ...(value as Head), epoch }];
  const isManifest = key[1] === "snapshot" && key.length === 3;
  return [key, isManifest ? { ...(value as Manifest), epoch } : value];
}

function isHead(key: Key): boolean {
  return key[1] === "head";
}
