// The variables of a graph: what they are called and which value each holds.

import { assert } from "../base/assert.ts";
import type { SlotInfo } from "../protocol/operation.ts";
import type { Change } from "./change.ts";

export interface Slot {
  info: SlotInfo;
  value: unknown;
}

/** By key. */
export type Slots = Map<string, Slot>;

/** Whether a variable is as its initialiser made it, but this would make something else by now. */
export function isOutdated(stored: SlotInfo, made: string | undefined): boolean {
  return stored.made !== undefined && made !== undefined && stored.made !== made;
}

export function addSlot(slots: Slots, key: string, info: SlotInfo, value: unknown): Change {
  slots.set(key, { info, value });
  return ["unslot", slots, key];
}

export function removeSlot(slots: Slots, key: string): Change {
  const { info, value } = slotOf(slots, key);
  slots.delete(key);
  return ["slot", slots, key, info, value];
}

export function bindSlot(slots: Slots, key: string, value: unknown): Change {
  const slot = slotOf(slots, key);
  const old = slot.value;
  slot.value = value;
  return ["bind", slots, key, old];
}

export function setMade(slots: Slots, key: string, made: string | null): Change {
  const slot = slotOf(slots, key);
  const { made: old = null, ...info } = slot.info;
  slot.info = made === null ? info : { ...info, made };
  return ["made", slots, key, old];
}

function slotOf(slots: Slots, key: string): Slot {
  const slot = slots.get(key);
  assert(slot, `there is no variable ${key}`);
  return slot;
}
