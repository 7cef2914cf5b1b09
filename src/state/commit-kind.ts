// What a commit is in a room's history: something that was called, code that was loaded, a step taken back, and so on.

import type { Operation } from "../protocol/operation.ts";

const kinds = ["call", "change", "load", "undo", "redo", "reset", "clean-up"] as const;

/**
 * call: a function did it. change: a person, outside of any call. load: code that was loaded added variables, or made some
 * anew that no call had written. clean-up: what no variable led to was let go.
 */
export type CommitKind = (typeof kinds)[number];

/** Before the names of what was taken back and done again. */
export const labels = { undo: "Undo of ", redo: "Redo of " } as const;

interface Stored {
  readonly kind?: unknown;
  readonly fn: string;
  readonly user: string;
  readonly ops: readonly Operation[];
}

/** Entries that were stored before their kind was tell it by their names and by what they did. */
export function kindOf({ kind, fn, user, ops }: Stored): CommitKind {
  const known = kinds.find((each) => each === kind);
  if (known) return known;
  if (user === "" && fn.startsWith(labels.undo)) return "undo";
  if (user === "" && fn.startsWith(labels.redo)) return "redo";
  const did = (...wanted: readonly Operation[0][]): boolean => ops.every(([each]) => wanted.includes(each));
  if (did("forget")) return "clean-up";
  // No call makes or unmakes variables.
  if (fn === "Load" && did("new", "slot", "unslot")) return "load";
  if (did("new", "slot")) return "reset";
  return user === "" ? "change" : "call";
}

/** Whether nobody who uses the app did it: it is no step of the history, and nothing is lost with it. */
export function isUpkeep(kind: CommitKind): boolean {
  return kind === "load" || kind === "clean-up";
}
