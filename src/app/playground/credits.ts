// Who changed which row of the State panel, when several calls were committed between two drawings of it. What a call
// touched is looked at only then: one call since the last drawing changed whatever changed.

import type { ContainerId } from "../../protocol/operation.ts";
import type { LogEntry } from "../../state/log.ts";
import type { StateRow } from "../model.ts";

/** So many commits between two drawings are told apart; what older ones did goes to the oldest of these. */
const maxEntries = 200;

export interface Credits {
  /** Something was committed. */
  add(entry: LogEntry): void;
  /** Who changed a variable last, among what was added since the rows were drawn; `seen`: the containers that it shows. */
  of(key: string, seen: ReadonlySet<ContainerId>): StateRow["by"];
  /** The rows are drawn. */
  settle(): void;
}

/** `tab`: this one. */
export function createCredits(tab: string): Credits {
  /** Newest first. */
  let entries: readonly LogEntry[] = [];
  let settled = true;

  return {
    add(entry) {
      entries = settled ? [entry] : [entry, ...entries].slice(0, maxEntries);
      settled = false;
    },
    of(key, seen) {
      const entry = entries.length > 1 ? entries.find((each) => touches(each, key, seen)) : undefined;
      return toCredit(entry ?? entries.at(-1), tab);
    },
    settle() {
      // What changes a row without being told of is rare, and then the newest is the best guess.
      entries = entries.slice(0, 1);
      settled = true;
    },
  };
}

function touches({ ops }: LogEntry, key: string, seen: ReadonlySet<ContainerId>): boolean {
  return ops.some(([kind, target]) => {
    if (kind === "forget") return false;
    return typeof target === "number" ? seen.has(target) : target === key;
  });
}

function toCredit(entry: LogEntry | undefined, tab: string): StateRow["by"] {
  if (!entry) return null;
  return { who: entry.tab === tab ? entry.user || "You" : "Another tab", fn: entry.fn, timeMs: entry.time };
}
