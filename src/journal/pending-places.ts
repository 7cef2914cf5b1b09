// Where a boundary's changes left values that are not in the shared graph yet: plain objects, mostly. The search follows
// what changed, not the size of the containers.

import type { Change } from "./change.ts";
import type { Container } from "./container.ts";
import { nativeMap, nativeSet } from "./natives.ts";

export interface PendingPlace {
  readonly container: Container;
  /** A key of an object or Map, an index; for `key`, the key or member itself. */
  readonly at: unknown;
  readonly role: "value" | "key";
  readonly value: unknown;
}

/** `changes`: all of the boundary to this container, in order. */
export function pendingPlaces(
  container: Container,
  changes: readonly Change[],
  isPending: (value: unknown) => boolean,
): PendingPlace[] {
  const places: PendingPlace[] = [];
  const add = (at: unknown, value: unknown, role: "value" | "key" = "value"): void => {
    if (isPending(value)) places.push({ container, at, role, value });
  };
  switch (container.kind) {
    case "object":
    case "dict":
      for (const key of writtenKeys(changes))
        if (Object.hasOwn(container.raw, key as string)) add(key, container.raw[key as string]);
      break;
    case "array":
      for (const index of pendingIndexes(container.raw, changes, isPending)) add(index, container.raw[index]);
      break;
    case "map":
      for (const key of writtenKeys(changes)) {
        if (!nativeMap.has(container.raw, key)) continue;
        add(key, key, "key");
        add(key, nativeMap.get(container.raw, key));
      }
      break;
    case "set":
      for (const member of writtenKeys(changes)) if (nativeSet.has(container.raw, member)) add(member, member, "key");
      break;
    case "date":
    case "bytes":
    case "atom":
      break;
  }
  return places;
}

/** Puts the handle of what a value became where the value stood. */
export function settlePlace({ container, at, role, value }: PendingPlace, became: Container): void {
  if (role === "key") {
    // It stays the key: taking it out and putting it back would move it to the end. Readers get its handle.
    became.key = value;
  } else if (container.kind === "map") {
    nativeMap.set(container.raw, at, became.place);
  } else if (container.kind === "array") {
    container.raw[at as number] = became.place;
  } else if (container.kind === "object" || container.kind === "dict") {
    container.raw[at as string] = became.place;
  }
}

function writtenKeys(changes: readonly Change[]): Set<unknown> {
  const keys = new Set<unknown>();
  for (const change of changes) {
    if (change[0] === "put" || change[0] === "map-put" || change[0] === "set-add") keys.add(change[2]);
  }
  return keys;
}

/** Follows the elements that were put in through the later changes, or looks at all where that is cheaper. */
function pendingIndexes(
  raw: readonly unknown[],
  changes: readonly Change[],
  isPending: (value: unknown) => boolean,
): Iterable<number> {
  const put = changes.reduce((count, change) => count + pendingIn(change, isPending), 0);
  const reordered = changes.some((change) => change[0] === "order");
  if (put === 0) return [];
  if (reordered || put * changes.length > raw.length) return raw.keys();
  let indexes = new Set<number>();
  for (const change of changes) {
    if (change[0] === "at") {
      indexes.add(change[2]);
    } else if (change[0] === "length") {
      indexes = new Set([...indexes].filter((index) => index < change[2]));
    } else if (change[0] === "splice") {
      const [, , start, deleteCount, items] = change;
      const end = start + deleteCount;
      const shift = items.length - deleteCount;
      const kept = [...indexes].filter((index) => index < start || index >= end);
      indexes = new Set(kept.map((index) => (index < start ? index : index + shift)));
      items.forEach((item, i) => isPending(item) && indexes.add(start + i));
    }
  }
  return indexes;
}

function pendingIn(change: Change, isPending: (value: unknown) => boolean): number {
  if (change[0] === "at") return isPending(change[3]) ? 1 : 0;
  return change[0] === "splice" ? change[4].reduce<number>((count, item) => count + (isPending(item) ? 1 : 0), 0) : 0;
}
