// Keys of the one object store: arrays of strings and numbers, in IndexedDB's order.

export type Key = readonly (string | number)[];

/** Both ends included. One that ends before it starts holds nothing. */
export type KeyRange = readonly [from: Key, to: Key];

/** Negative, zero or positive, in IndexedDB's order: part by part, numbers before strings, a prefix before what it starts. */
export function compareKeys(a: Key, b: Key): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareParts(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === "number" && typeof b === "number") return a - b || 0;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === "number" ? -1 : 1;
}
