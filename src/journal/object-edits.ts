// The edits of an object's keys. Each works in place and returns what undoes it, the place in the order of keys included.

import type { Change } from "./change.ts";
import type { ObjectContainer } from "./container.ts";
import { isArrayIndex, PropertyOrder } from "./property-order.ts";

export function put(container: ObjectContainer, key: string, value: unknown, before?: string): Change {
  const { raw } = container;
  if (Object.hasOwn(raw, key)) {
    const old = raw[key];
    raw[key] = value;
    return ["put", container, key, old];
  }
  if (before !== undefined) {
    container.order ??= new PropertyOrder(Object.keys(raw));
    container.isShuffled = true;
  }
  define(raw, key, value);
  container.order?.add(key, before === undefined ? undefined : [before]);
  return ["drop", container, key];
}

export function drop(container: ObjectContainer, key: string): Change {
  const { raw } = container;
  const old = raw[key];
  const before = keyAfter(container, key);
  delete raw[key];
  container.order?.delete(key);
  return before === undefined ? ["put", container, key, old] : ["put", container, key, old, before];
}

/** Adds an own property, whatever the prototype has under that name ("__proto__", "constructor"). */
export function define(raw: Record<string, unknown>, key: string, value: unknown): void {
  if (key in raw) {
    Object.defineProperty(raw, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    raw[key] = value;
  }
}

function keyAfter(container: ObjectContainer, key: string): string | undefined {
  if (isArrayIndex(key)) return undefined;
  // Even listing the keys of a big object costs its size, so the order is kept from the first deletion on.
  container.order ??= new PropertyOrder(Object.keys(container.raw));
  return container.order.after(key)?.[0] as string | undefined;
}
