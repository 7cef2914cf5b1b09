// Makes room where the browser has none left: what is stored of a room besides its newest snapshot and the log after it
// is history, and spare for a snapshot that is damaged.

import type { KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { loadRoom } from "./load-room.ts";
import { headKey, logKey, logRange, parseHead, snapshotKey } from "./log.ts";

/** Whether anything was dropped. Makes sure before that the room can be read without it. */
export async function dropHistory(store: KeyValueStore, room: string): Promise<boolean> {
  const loaded = await loadRoom(store, room);
  const base = loaded?.base;
  if (!base || base.id !== loaded.head.snapshots[0]?.id) return false;
  const last = logKey(room, base.version);
  return store.transact(
    { keys: [headKey(room), last] },
    ([stored, entry]) => {
      const head = parseHead(stored);
      if (head?.epoch !== loaded.head.epoch || head.snapshots[0]?.id !== base.id) return { result: false };
      const spare = head.snapshots.slice(1);
      if (spare.length === 0 && entry === undefined) return { result: false };
      const deleteRanges = [logRange(room, 0, base.version), ...spare.map(({ slot }) => slotRange(room, slot))];
      return { deleteRanges, puts: [[headKey(room), { ...head, snapshots: [base] }]], result: true };
    },
    { durability: "strict" },
  );
}

/** A manifest and its parts. */
function slotRange(room: string, slot: 0 | 1): KeyRange {
  const key = snapshotKey(room, slot);
  return [key, [...key, "\uffff"]];
}
