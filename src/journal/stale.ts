// A plain value that has been copied into the shared graph must not be written any more: the write would vanish. So it
// throws. Reading goes on.

import type { Source } from "./container.ts";

const message = "This was copied when it became shared data; change what the shared data holds instead.";

/** What Maps, Sets and Dates inherit from once they are stale. */
export const stalePrototypes = {
  map: refusing(Map.prototype, ["set", "delete", "clear", "getOrInsert", "getOrInsertComputed"]),
  set: refusing(Set.prototype, ["add", "delete", "clear"]),
  date: refusing(
    Date.prototype,
    Object.getOwnPropertyNames(Date.prototype).filter((name) => name.startsWith("set")),
  ),
};

export function makeStale({ kind, raw }: Source): void {
  switch (kind) {
    case "object":
    case "dict":
    case "array":
      Object.freeze(raw);
      return;
    case "map":
    case "set":
    case "date":
      // Object.freeze does not reach what is inside these.
      Object.setPrototypeOf(raw, stalePrototypes[kind]);
      return;
    case "bytes":
    case "atom":
      return;
  }
}

function refusing(prototype: object, names: readonly string[]): object {
  const stale: object = Object.create(prototype);
  for (const name of names) Object.defineProperty(stale, name, { value: refuse });
  return stale;
}

function refuse(): never {
  throw new TypeError(message);
}
