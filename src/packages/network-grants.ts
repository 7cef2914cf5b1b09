// What people have answered when a playground asked for the network, by room: whatever else of its code changes, it is the
// same playground.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";

export interface NetworkDecision {
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

export interface NetworkGrants {
  /** What was decided in a room, or else in the one that it is a copy of. What cannot be read was not decided. */
  load(room: string, from: string | null): Promise<NetworkDecision>;
  /** What cannot be stored is asked again at the next visit. */
  save(room: string, decision: NetworkDecision): Promise<void>;
}

export function createNetworkGrants(store: KeyValueStore): NetworkGrants {
  return {
    async load(room, from) {
      const keys = [room, ...(from === null ? [] : [from])].map(keyOf);
      const { values } = await store.read({ keys }).catch(() => ({ values: [] as unknown[] }));
      return values.map(parseDecision).find((decision) => decision !== null) ?? { allowed: [], refused: [] };
    },
    async save(room, decision) {
      await store.transact({ keys: [] }, () => ({ puts: [[keyOf(room), decision]], result: null })).catch(() => null);
    },
  };
}

/** What was decided in a room. */
export function grantsRange(room: string): KeyRange {
  return [keyOf(room), keyOf(room)];
}

function keyOf(room: string): Key {
  return ["network", room];
}

function parseDecision(value: unknown): NetworkDecision | null {
  if (typeof value !== "object" || value === null) return null;
  const { allowed, refused } = value as Partial<Record<keyof NetworkDecision, unknown>>;
  return isTexts(allowed) && isTexts(refused) ? { allowed, refused } : null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
