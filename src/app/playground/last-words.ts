// What was typed last in a draft, kept in case the page goes before the database has taken it: a transaction is cut off
// then, while this is written at once.

import type { DraftChange } from "../../drafts/drafts.ts";
import { partitionOf } from "../../storage/partition.ts";
import { forgetGoodbyes } from "./goodbyes.ts";

export interface LastWords {
  /** Whether it could be kept. */
  keep(draft: string, change: DraftChange): boolean;
  of(draft: string): Kept | null;
  forget(draft: string): void;
}

export interface Kept extends DraftChange {
  readonly timeMs: number;
}

/** Reading `store` may throw, hence a function. `path`: see partitionOf. */
export function createLastWords(
  path = partitionOf(window),
  store: () => Pick<Storage, "getItem" | "key" | "length" | "removeItem" | "setItem"> = () => localStorage,
  now: () => number = Date.now,
): LastWords {
  const keyOf = (draft: string) => `interstate:${path}:typed:${draft}`;

  function put(draft: string, kept: Kept): boolean {
    try {
      store().setItem(keyOf(draft), JSON.stringify(kept));
      return true;
    } catch {
      // Refused or full: the database may still make it.
      return false;
    }
  }

  return {
    keep(draft, change) {
      if (path === null) return false;
      const kept: Kept = { ...change, timeMs: now() };
      if (put(draft, kept)) return true;
      // What was typed is worth more than what users had who have left.
      forgetGoodbyes(null, { path, store });
      if (put(draft, kept)) return true;
      // What was kept before is not what was typed last any more.
      this.forget(draft);
      return false;
    },
    of(draft) {
      try {
        return parseKept(JSON.parse(store().getItem(keyOf(draft)) ?? "null"));
      } catch {
        // Refused, or written by something else: nothing was kept.
        return null;
      }
    },
    forget(draft) {
      try {
        store().removeItem(keyOf(draft));
      } catch {
        // Refused: nothing was kept.
      }
    },
  };
}

function parseKept(value: unknown): Kept | null {
  if (typeof value !== "object" || value === null) return null;
  const { title, named, beganAs, source, from, writer, over, timeMs } = value as Partial<Record<keyof Kept, unknown>>;
  if (typeof title !== "string" || typeof source !== "string" || typeof writer !== "string") return null;
  if (typeof over !== "number" || typeof timeMs !== "number") return null;
  return {
    title,
    named: named === true,
    beganAs: typeof beganAs === "string" ? beganAs : title,
    source,
    from: typeof from === "string" ? from : null,
    writer,
    over,
    timeMs,
  };
}
