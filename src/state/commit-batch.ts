// Commits that wait for the same transaction, as one: each becomes a log entry of its own or is refused on its own, and
// those that build upon a refused one are refused with it.

import type { Replica } from "../journal/replica.ts";
import type { Operation } from "../protocol/operation.ts";
import { type Head, type LogEntry, nextHead } from "./log.ts";

/** What was called by whom, for the history. */
export type Origin = Pick<LogEntry, "kind" | "fn" | "user" | "durationMs" | "code">;

/** Commitments of one group build upon each other: once one is refused, or was not stored, none is accepted any more. */
export interface CommitGroup {
  broken: boolean;
}

export interface Commitment extends Origin {
  readonly group?: CommitGroup;
  /** Whether to go on although others committed these meanwhile, or raised the fence. */
  accepts(missed: readonly LogEntry[], fence: number): boolean;
  /** The operations, given the newest replica. None: nothing is committed. */
  build(replica: Replica): readonly Operation[];
}

/** A commitment on its way into the log. */
export interface Attempt {
  /** After it. */
  readonly head: Head;
  readonly entry: LogEntry;
  readonly group: CommitGroup | null;
}

export type Verdict =
  | { readonly kind: "accepted"; readonly attempt: Attempt }
  | { readonly kind: "nothing" | "conflict" }
  /** It could not be built, or does not fit the replica. */
  | { readonly kind: "invalid"; readonly error: unknown };

export interface BatchStart {
  readonly replica: Replica;
  /** As stored, where the replica is, too. */
  readonly head: Head | null;
  readonly missed: readonly LogEntry[];
  newEpoch(): string;
  toEntry(version: number, origin: Origin, ops: readonly Operation[], inverse: readonly Operation[]): LogEntry;
}

/**
 * Decides on each commitment, in order. What is accepted is applied, so that the next can build upon it, and all of it is
 * taken back at the end: the inverses are stored with the entries, and nobody may see what is not stored yet. All that
 * costs what the changes cost.
 */
export function attemptAll(commitments: readonly Commitment[], start: BatchStart): Verdict[] {
  const { replica, missed } = start;
  const inverses: (readonly Operation[])[] = [];
  let { head } = start;

  function attempt(commitment: Commitment): Verdict {
    const { group = null } = commitment;
    if (group?.broken || !commitment.accepts(missed, start.head?.fence ?? 0)) return { kind: "conflict" };
    try {
      const ops = replica.withTouched(commitment.build(replica));
      if (ops.length === 0) return { kind: "nothing" };
      const inverse = replica.apply(ops);
      inverses.push(inverse);
      const entry = start.toEntry((head?.version ?? 0) + 1, commitment, ops, inverse);
      head = nextHead(head, head?.epoch ?? start.newEpoch(), entry);
      return { kind: "accepted", attempt: { head, entry, group } };
    } catch (error) {
      return { kind: "invalid", error };
    }
  }

  const verdicts = commitments.map((commitment) => {
    const verdict = attempt(commitment);
    const refused = verdict.kind === "conflict" || verdict.kind === "invalid";
    if (refused && commitment.group) commitment.group.broken = true;
    return verdict;
  });
  for (const inverse of inverses.toReversed()) replica.apply(inverse);
  return verdicts;
}
