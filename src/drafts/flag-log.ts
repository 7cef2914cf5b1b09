// Calls that people flagged, playground by playground: what went in, what came out, and what they thought of it. Stays in
// this browser; the oldest go when there are too many.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";

export interface FlaggedCall {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly timeMs: number;
  /** Name of the function. */
  readonly fn: string;
  /** What the person chose ("incorrect"); "" if there was nothing to choose. */
  readonly option: string;
  /** Labels of inputs and outputs and what they held, in order. */
  readonly cells: readonly FlaggedCell[];
}

export interface FlaggedCell {
  readonly label: string;
  /** Whatever a component holds. */
  readonly value: unknown;
}

export interface FlagLog {
  add(room: string, call: Omit<FlaggedCall, "id" | "timeMs">): Promise<void>;
  /** The newest first. */
  read(room: string): Promise<FlaggedCall[]>;
  clear(room: string): Promise<void>;
}

export interface FlagLogOptions {
  readonly store: KeyValueStore;
  readonly now: () => number;
  readonly newId: () => string;
}

/** More than anybody flags by hand; an app in automatic mode keeps its newest. */
const kept = 1000;

export function createFlagLog({ store, now, newId }: FlagLogOptions): FlagLog {
  return {
    add: (room, call) =>
      store.transact({ keys: [indexKey(room)] }, ([stored]) => {
        const flagged: FlaggedCall = { ...call, id: newId(), timeMs: now() };
        const ids = [...toIds(stored), flagged.id];
        return {
          puts: [
            [callKey(room, flagged.id), flagged],
            [indexKey(room), ids.slice(-kept)],
          ],
          deletes: ids.slice(0, -kept).map((id) => callKey(room, id)),
          result: undefined,
        };
      }),
    async read(room) {
      const ids = toIds(await store.get(indexKey(room)));
      const { values } = await store.read({ keys: ids.toReversed().map((id) => callKey(room, id)) });
      return values.filter(isFlaggedCall);
    },
    clear: (room) =>
      store.transact({ keys: [indexKey(room)] }, ([stored]) => ({
        deletes: [indexKey(room), ...toIds(stored).map((id) => callKey(room, id))],
        result: undefined,
      })),
  };
}

/** The ids that are kept, oldest first: adding one need not read the others. */
function indexKey(room: string): Key {
  return ["flagged", room];
}

/** All that was flagged in a room. */
export function flagsRange(room: string): KeyRange {
  return [indexKey(room), callKey(room, "\uffff")];
}

function callKey(room: string, id: string): Key {
  return ["flagged", room, id];
}

function toIds(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}

function isFlaggedCall(value: unknown): value is FlaggedCall {
  if (typeof value !== "object" || value === null) return false;
  const { id, timeMs, fn, option, cells } = value as Partial<Record<keyof FlaggedCall, unknown>>;
  return (
    typeof id === "string" &&
    typeof timeMs === "number" &&
    typeof fn === "string" &&
    typeof option === "string" &&
    Array.isArray(cells) &&
    cells.every((cell: unknown) => typeof cell === "object" && cell !== null && "label" in cell && "value" in cell)
  );
}
