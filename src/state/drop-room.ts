// What is stored of rooms that nobody may need any more: a link's that was not opened for long, and that of a draft that
// was deleted for good. Whoever takes it away takes what other parts keep for a room with it.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { browserKeysRange } from "./browser-keys.ts";
import { roomRange } from "./log.ts";

/** With the browser's state that belongs to it. */
export function roomRanges(room: string): KeyRange[] {
  return [roomRange(room), browserKeysRange(room), [useKey(room), useKey(room)]];
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
