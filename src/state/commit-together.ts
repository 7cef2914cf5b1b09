// A call's changes to several rooms (its shared variables, and each key of the browser's state) as one transaction: each
// becomes an entry of its room's log, or none does.

import type { KeyValueStore } from "../storage/key-value-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { Attempt, Commitment, Verdict } from "./commit-batch.ts";
import { missingRanges } from "./log-position.ts";
import { commitPuts, headKey, parseHead } from "./log.ts";
import type { CommitOutcome, RoomWriter } from "./room-writer.ts";

export interface CommitPart {
  readonly writer: RoomWriter;
  readonly commitment: Commitment;
}

/** Resolves with an outcome for each part; they are all "committed" (or "nothing"), or none is. */
export async function commitTogether(store: KeyValueStore, parts: readonly CommitPart[]): Promise<CommitOutcome[]> {
  // In the same order everywhere, so that no two wait for each other.
  const inOrder = parts.toSorted((a, b) => (a.writer.id < b.writer.id ? -1 : 1));
  const action = inOrder.reduceRight<() => Promise<CommitOutcome[]>>(
    (inner, { writer }) =>
      () =>
        writer.view.step(inner),
    () => transactAll(store, parts),
  );
  try {
    const outcomes = await action();
    if (!outcomes.every(isDone)) breakGroups(parts);
    return outcomes;
  } catch (error) {
    breakGroups(parts);
    throw error;
  }
}

async function transactAll(store: KeyValueStore, parts: readonly CommitPart[]): Promise<CommitOutcome[]> {
  for (const { writer } of parts) if (writer.view.isStale) await writer.view.reload();
  let attempts: readonly (readonly Attempt[])[] = parts.map(() => []);
  try {
    const verdicts = await store.transact<readonly (Verdict | null)[]>(
      {
        keys: parts.map(({ writer }) => headKey(writer.id)),
        ranges: (heads) => parts.flatMap((part, i) => rangesOf(part, heads[i])),
      },
      (heads, found) => {
        let next = 0;
        const result = parts.map((part, i) => {
          const ranges = found.slice(next, (next += rangesOf(part, heads[i]).length));
          return part.writer.attempt([part.commitment], parseHead(heads[i]), ranges[0] ?? [])?.[0] ?? null;
        });
        if (!result.every((verdict) => verdict?.kind === "accepted" || verdict?.kind === "nothing")) return { result };
        attempts = result.map((verdict) => (verdict?.kind === "accepted" ? [verdict.attempt] : []));
        return { puts: parts.flatMap(({ writer }, i) => commitPuts(writer.id, attempts[i] ?? [])), result };
      },
    );
    const invalid = verdicts.find((verdict) => verdict?.kind === "invalid");
    if (invalid?.kind === "invalid") throw invalid.error;
    for (const [i, { writer }] of parts.entries()) {
      if (!verdicts[i]) await writer.view.reload();
      writer.takeIn(attempts[i] ?? []);
    }
    const committed = verdicts.every((verdict) => verdict?.kind === "accepted" || verdict?.kind === "nothing");
    return verdicts.map((verdict, i) => {
      const version = parts[i]?.writer.view.version ?? 0;
      if (!verdict) return { kind: "moved", version };
      if (!committed) return { kind: "conflict", version };
      return { kind: verdict.kind === "accepted" ? "committed" : "nothing", version };
    });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    // All of it was stored or nothing was, so what one of the rooms says of its part holds for the others.
    for (const [i, { writer }] of parts.entries()) {
      const mine = attempts[i] ?? [];
      if (mine.length > 0 || attempts.every((each) => each.length === 0)) await writer.findOut(mine, error);
    }
    return parts.map(({ writer }) => ({ kind: "committed", version: writer.view.version }));
  }
}

function rangesOf({ writer }: CommitPart, head: unknown): ReturnType<typeof missingRanges> {
  return missingRanges(writer.id, writer.view, parseHead(head));
}

function isDone({ kind }: CommitOutcome): boolean {
  return kind === "committed" || kind === "nothing";
}

function breakGroups(parts: readonly CommitPart[]): void {
  for (const { commitment } of parts) if (commitment.group) commitment.group.broken = true;
}
