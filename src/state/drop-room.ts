// Takes away what is stored of rooms that nobody needs any more: a link's that was not opened for long, and that of a
// draft that was deleted for good.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { browserKeysRange } from "./browser-keys.ts";

/** With the browser's state that belongs to them. */
export function dropRooms(store: KeyValueStore, rooms: readonly string[]): Promise<void> {
  return store.transact({ keys: [] }, () => ({
    deletes: rooms.map(useKey),
    deleteRanges: rooms.flatMap((room) => [roomRange(room), browserKeysRange(room)]),
    result: undefined,
  }));
}

/** Notes that a room was used now. */
export function noteUse(store: KeyValueStore, room: string, now: number): Promise<void> {
  return store.transact({ keys: [] }, () => ({ puts: [[useKey(room), now]], result: undefined }));
}

/** Rooms of which it was noted that they were used, and not since `time`. */
export async function unusedSince(store: KeyValueStore, time: number): Promise<string[]> {
  const found = await store.range(...allUses);
  return found.flatMap(([key, used]) => (typeof used === "number" && used < time ? [String(key[1])] : []));
}

function useKey(room: string): Key {
  return ["used", room];
}

const allUses: KeyRange = [useKey(""), useKey("\uffff")];

function roomRange(room: string): KeyRange {
  return [[room], [room, "\uffff"]];
}
