// Says to the page that takes this one's place in its tab that something waits for it, and to no other page: a refresh by a
// person finds nothing here.

import { partitionOf } from "../../storage/partition.ts";

export interface CarryMark {
  set(id: string): void;
  /** What was said, once. */
  take(): string | null;
}

/** Reading `store` may throw, hence a function. `path`: see partitionOf. */
export function openMark(
  path = partitionOf(window),
  store: () => Pick<Storage, "getItem" | "setItem" | "removeItem"> = () => sessionStorage,
): CarryMark {
  const key = `interstate:${path}:carried`;
  return {
    set: (id) => store().setItem(key, id),
    take() {
      try {
        const id = store().getItem(key);
        if (id !== null) store().removeItem(key);
        return id;
      } catch {
        // Refused: nothing could be said.
        return null;
      }
    },
  };
}
