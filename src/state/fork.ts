// Copies a room under another id, with the browser's state that belongs to it, in one transaction, so that the copy is the
// room as of one moment.

import type { Key } from "../storage/key.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { browserKeysRange, movedKeys } from "./browser-keys.ts";
import { headKey, logRange, parseEntry, parseHead, snapshotsRange } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { Manifest } from "./snapshot.ts";

export function forkRoom(store: KeyValueStore, from: string, to: string): Promise<void> {
  return store.transact(
    { keys: [headKey(from), headKey(to)], ranges: [logRange(from, 0), snapshotsRange(from), browserKeysRange(from)] },
    ([head, existing], [log = [], snapshots = [], keys = []]) => {
      if (existing !== undefined)
        throw new RoomError("conflict", "The copy was not made: there is shared state in its place.");
      const moved = [...log, ...snapshots].map(([key, value]): KeyedValue => [renamed(key, to), value]);
      const whole = head === undefined ? [] : [...moved, [headKey(to), head] as const];
      return { puts: [...whole, ...movedKeys(keys, from, to)], result: undefined };
    },
  );
}

/**
 * Makes a copy anew whose room has moved on since, if nothing but code was loaded in the copy since `version`; says
 * whether it did. In an epoch of its own, so that a tab that has the copy open starts over.
 */
export function forkAnew(
  store: KeyValueStore,
  from: string,
  to: string,
  { version, epoch }: { readonly version: number; readonly epoch: string },
): Promise<boolean> {
  return store.transact(
    { keys: [headKey(from)], ranges: [logRange(from, 0), snapshotsRange(from), logRange(to, version + 1)] },
    ([stored], [log = [], snapshots = [], since = []]) => {
      const head = parseHead(stored);
      if (!head || !since.every(([key, entry]) => parseEntry(entry, Number(key.at(-1))).fn === "Load")) {
        return { result: false };
      }
      const puts = [
        ...log.map(([key, value]): KeyedValue => [renamed(key, to), value]),
        ...snapshots.map(([key, value]): KeyedValue => [
          renamed(key, to),
          isManifest(key) ? inEpoch(value, epoch) : value,
        ]),
        [headKey(to), { ...head, epoch }] as const,
      ];
      return { deleteRanges: [logRange(to, 0), snapshotsRange(to)], puts, result: true };
    },
  );
}

function isManifest(key: Key): boolean {
  return key.length === 3;
}

function inEpoch(manifest: unknown, epoch: string): unknown {
  return { ...(manifest as Manifest), epoch };
}

function renamed([, ...rest]: Key, room: string): Key {
  return [room, ...rest];
}
