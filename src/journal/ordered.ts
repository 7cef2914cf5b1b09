// The keys and members of a container in their order. What code iterates over natively has them in that order itself; of
// the page's containers only the KeyOrder tells it, once there is one: to put a key back in its place natively, all that
// follow would have to be put in anew.

import type { Container, MapContainer, ObjectContainer, SetContainer } from "./container.ts";
import type { KeyOrder } from "./key-order.ts";
import { nativeMap, nativeSet } from "./natives.ts";
import { PropertyOrder } from "./property-order.ts";

type Ordered<C extends Container> = Pick<C, "raw"> & { order?: KeyOrder | null };

/** Listing so many keys of an object costs nothing to speak of. */
const few = 100;

export function keysOf({ raw, order }: Ordered<ObjectContainer>): string[] {
  return order ? (Array.from(order) as string[]) : Object.keys(raw);
}

/** To look at the first of them: of a big object they are not all listed, except for the first time. */
export function firstKeysOf(object: Ordered<ObjectContainer>): Iterable<string> {
  if (!object.order) {
    const keys = Object.keys(object.raw);
    if (keys.length <= few) return keys;
    object.order = new PropertyOrder(keys);
  }
  return object.order as Iterable<string>;
}

export function* entriesOf({ raw, order }: Ordered<MapContainer>): Iterable<[key: unknown, value: unknown]> {
  if (!order) return yield* nativeMap.entries(raw);
  for (const key of order) yield [key, nativeMap.get(raw, key)];
}

export function membersOf({ raw, order }: Ordered<SetContainer>): Iterable<unknown> {
  return order ?? nativeSet.values(raw);
}
