// Small choices that outlive a visit or a refresh: sizes, what is open, what has been read. A convenience: without storage
// nothing is remembered, and nothing else changes.

import { partitionOf } from "../storage/partition.ts";

export function recall(name: string, store: () => Pick<Storage, "getItem"> = () => localStorage): string | null {
  const key = keyOf(name);
  if (key === null) return null;
  try {
    return store().getItem(key);
  } catch {
    // Storage is refused: as on a first visit.
    return null;
  }
}

export function remember(
  name: string,
  value: string,
  store: () => Pick<Storage, "setItem"> = () => localStorage,
): void {
  const key = keyOf(name);
  if (key === null) return;
  try {
    store().setItem(key, value);
  } catch {
    // Storage is refused or full: the choice holds until the page is left.
  }
}

/** null: in a frame of somebody unknown nothing is remembered. */
function keyOf(name: string): string | null {
  const partition = partitionOf(window);
  return partition === null ? null : `interstate:${partition}:${name}`;
}
