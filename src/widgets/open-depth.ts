// How deep a JSON tree may stand open from the start without showing more rows than a page can bear.

import { toContainer } from "./json-text.ts";

const mostRows = 2000;

/** Containers at a depth below this, the root's being 0, may be open. */
export function openDepth(value: unknown): number {
  let level = [value].flatMap((each) => toContainer(each) ?? []);
  let rows = 1;
  for (let depth = 0; ; depth++) {
    rows += level.reduce((sum, { size }) => sum + size, 0);
    if (rows > mostRows) return depth;
    if (level.length === 0) return Infinity;
    level = level.flatMap((container) =>
      Array.from({ length: container.size }, (_, index) => toContainer(container.at(index)) ?? []).flat(),
    );
  }
}
