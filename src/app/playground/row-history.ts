// Remembers what each row of the State panel showed, so that a change can be drawn as old → new, with who made it, until
// it settles.

import { previewLines, previewText } from "../../journal/preview.ts";
import type { Replica } from "../../journal/replica.ts";
import type { ContainerId, Encoded } from "../../protocol/operation.ts";
import type { StateRow } from "../model.ts";

const shortChars = 200;
const longChars = 20_000;
/** How long a change shows as old → new. */
export const settleMs = 6000;

export interface Shown extends Pick<StateRow, "key" | "name" | "kind" | "kept" | "why" | "user"> {
  readonly replica: Replica;
  readonly value: Encoded;
  /** Who changed it; asked if it turns out to have changed, with the containers whose contents show in the row. */
  by(seen: ReadonlySet<ContainerId>): StateRow["by"];
}

export interface RowHistory {
  row(shown: Shown): StateRow;
  /** Whether a row was seen to change. */
  hasChanged(key: string): boolean;
  /** What was is no longer what these values came from. */
  forget(): void;
}

interface Memory {
  readonly text: string;
  readonly change: { readonly was: string; readonly by: StateRow["by"]; readonly timeMs: number } | null;
}

export function createRowHistory(options: { now: () => number; onChange(): void }): RowHistory {
  let memories = new Map<string, Memory>();
  let changed = new Set<string>();

  return {
    row({ replica, value, by, ...shown }) {
      const text = previewText(replica, value, shortChars);
      const now = options.now();
      const before = memories.get(shown.key);
      let change = before?.change ?? null;
      if (before && before.text !== text) {
        const seen = new Set<ContainerId>();
        previewText(replica, value, shortChars, seen);
        change = { was: before.text, by: by(seen), timeMs: now };
        changed.add(shown.key);
        options.onChange();
      }
      memories.set(shown.key, { text, change });
      const recent = change && now - change.timeMs < settleMs ? change : null;
      return {
        ...shown,
        value: { text, more: () => moreOf(replica, value, text) },
        was: recent && { text: recent.was, more: () => null },
        by: change?.by ?? null,
      };
    },
    hasChanged: (key) => changed.has(key),
    forget() {
      memories = new Map();
      changed = new Set();
    },
  };
}

function moreOf(replica: Replica, value: Encoded, shown: string): string | null {
  const lines = previewLines(replica, value, longChars);
  return lines === shown ? null : lines;
}
