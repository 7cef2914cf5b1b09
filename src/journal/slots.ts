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

function slotOf(slots: Slots, key: string): Slot {
  const slot = slots.get(key);
  assert(slot, `there is no variable ${key}`);
  return slot;
}
