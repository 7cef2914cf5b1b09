// Which of a room's variables the code names now, which it does not, and which came through an edit of the code.

import type { Replica } from "../journal/replica.ts";
import type { Encoded } from "../protocol/operation.ts";

export interface SlotView {
  /** Name and hash of the declaration. */
  readonly key: string;
  readonly name: string;
  readonly value: Encoded;
}

export interface SortedSlots {
  /** In the order of `keys`. A key that the room lacks is left out. */
  readonly live: SlotView[];
  /** Set aside: they come back with their declaration. */
  readonly aside: SlotView[];
}

/** `keys`: those of the variables that the code declares, in order. */
export function sortSlots(replica: Replica, keys: readonly string[]): SortedSlots {
  const slots = replica.slots();
  const toView = (key: string): SlotView[] => {
    const slot = slots.get(key);
    return slot ? [{ key, name: slot.info.name, value: slot.value }] : [];
  };
  const named = new Set(keys);
  return {
    live: [...named].flatMap(toView),
    aside: [...slots.keys()].filter((key) => !named.has(key)).flatMap(toView),
  };
}

/**
 * The variables that kept their value over an edit of the code: the room had them before the new code was loaded, and a
 * call has written them. Not those of a mere reload, where nobody expects anything else.
 */
export function keptSlots(before: Replica, keys: readonly string[], edited: boolean): ReadonlySet<string> {
  const slots = before.slots();
  const isWritten = (key: string): boolean => {
    const slot = slots.get(key);
    return slot !== undefined && slot.info.made === undefined;
  };
  return new Set(edited ? keys.filter(isWritten) : []);
}
