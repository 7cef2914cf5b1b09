// Takes away all that is kept of playgrounds: what was typed, the state, what was flagged, decided and made in them.

import { compiledRange } from "../../drafts/compiled-cache.ts";
import { draftRanges } from "../../drafts/draft-record.ts";
import { exampleRange } from "../../drafts/example-cache.ts";
import { flagsRange } from "../../drafts/flag-log.ts";
import { grantsRange } from "../../packages/network-grants.ts";
import { packageLocksRange } from "../../packages/package-store.ts";
import { roomRanges } from "../../state/drop-room.ts";
import type { KeyValueStore } from "../../storage/key-value-store.ts";
import { browserGoodbyes, forgetGoodbyes } from "./goodbyes.ts";
import { createLastWords } from "./last-words.ts";
import { draftRoom } from "./start-document.ts";

/** What is not in the database. */
export interface LeftInBrowser {
  forgetTyped(draft: string): void;
  /** What users who left had in these rooms. */
  forgetUsers(rooms: readonly string[]): void;
}

export const leftInBrowser: LeftInBrowser = {
  forgetTyped: (draft) => createLastWords().forget(draft),
  forgetUsers: (rooms) => forgetGoodbyes(rooms, browserGoodbyes()),
};

export interface Dropped {
  readonly store: KeyValueStore;
  readonly left: LeftInBrowser;
  /** Ids of drafts. */
  readonly drafts: readonly string[];
  /** Rooms of links. */
  readonly links: readonly string[];
}

export async function dropPlaygrounds({ store, left, drafts, links }: Dropped): Promise<void> {
  const rooms = [...drafts.map(draftRoom), ...links];
  const ofRoom = (room: string) => [...roomRanges(room), flagsRange(room), grantsRange(room), packageLocksRange(room)];
  await store.transact({ keys: [] }, () => ({
    // The caches hold texts and outputs of whatever was run; what else was in them is made again when it is asked for.
    deleteRanges: [...drafts.flatMap(draftRanges), ...rooms.flatMap(ofRoom), compiledRange, exampleRange],
    result: undefined,
  }));
  for (const draft of drafts) left.forgetTyped(draft);
  left.forgetUsers(rooms);
}
