// Copies a room under another id, in one transaction, so that the copy is the room as of one moment.

import type { Key } from "../storage/key.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { headKey, logRange, snapshotsRange } from "./log.ts";
import { RoomError } from "./room-error.ts";

export function forkRoom(store: KeyValueStore, from: string, to: string): Promise<void> {
  return store.transact(
    { keys: [headKey(from), headKey(to)], ranges: [logRange(from, 0), snapshotsRange(from)] },
    ([head, existing], [log = [], snapshots = []]) => {
      if (existing !== undefined)
        throw new RoomError("conflict", "The copy was not made: there is shared state in its place.");
      const moved = [...log, ...snapshots].map(([key, value]): KeyedValue => [renamed(key, to), value]);
      const puts = head === undefined ? [] : [...moved, [headKey(to), head] as const];
      return { puts, result: undefined };
    },
  );
}

function renamed([, ...rest]: Key, room: string): Key {
  return [room, ...rest];
}
