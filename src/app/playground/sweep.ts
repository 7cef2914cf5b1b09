// Takes away what nobody needs any more, once a day: playgrounds that were deleted a month ago, with their state, and the
// state of links that were not opened for three months. Drafts stay for ever.

import type { Playgrounds } from "../../drafts/playgrounds.ts";
import { unusedSince } from "../../state/drop-room.ts";
import type { Key } from "../../storage/key.ts";
import type { KeyValueStore } from "../../storage/key-value-store.ts";
import { dropPlaygrounds, type LeftInBrowser } from "./drop-playgrounds.ts";
import { draftRoom } from "./start-document.ts";

const dayMs = 24 * 60 * 60_000;
export const keptDeletedDays = 30;
const keptLinkDays = 90;
const sweptKey: Key = ["swept"];

export interface SweepOptions {
  readonly store: KeyValueStore;
  readonly playgrounds: Pick<Playgrounds, "list">;
  readonly left: LeftInBrowser;
  readonly now: number;
  /** The room that this tab lives in. */
  readonly room: string | null;
}

export async function sweep({ store, playgrounds, left, now, room }: SweepOptions): Promise<void> {
  const isDue = await store.transact({ keys: [sweptKey] }, ([swept]) =>
    typeof swept === "number" && now - swept < dayMs ? { result: false } : { puts: [[sweptKey, now]], result: true },
  );
  if (!isDue) return;
  const isFree = (each: string) => each !== room;
  const drafts = (await playgrounds.list())
    .filter(({ deleted }) => deleted !== null && now - deleted > keptDeletedDays * dayMs)
    .map(({ id }) => id)
    .filter((id) => isFree(draftRoom(id)));
  const links = (await unusedSince(store, now - keptLinkDays * dayMs)).filter(isFree);
  if (drafts.length + links.length > 0) await dropPlaygrounds({ store, left, drafts, links });
}
