// What was flagged in the playground that is open, for all of its users: read when its room is entered, and after each change.

import { createSignal } from "solid-js";
import type { FlaggedCall, FlagLog } from "../../drafts/flag-log.ts";
import type { FlagModel } from "../model.ts";

export interface Flags extends FlagModel {
  add(call: Omit<FlaggedCall, "id" | "timeMs">): Promise<void>;
  /** Another room is the one that is open. */
  enter(room: string): Promise<void>;
}

export function createFlags(log: FlagLog): Flags {
  const [calls, setCalls] = createSignal<readonly FlaggedCall[]>([]);
  let room: string | null = null;

  async function read(): Promise<void> {
    const asked = room;
    const found = asked === null ? [] : await log.read(asked);
    if (room === asked) setCalls(found);
  }

  return {
    calls,
    async add(call) {
      if (room === null) return;
      await log.add(room, call);
      await read();
    },
    async enter(entered) {
      if (room === entered) return;
      room = entered;
      setCalls([]);
      await read();
    },
    async clear() {
      if (room === null) return;
      await log.clear(room);
      await read();
    },
  };
}
