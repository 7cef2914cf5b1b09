// How one tab changes what is stored of a room: each time in one transaction that first looks where the room stands, and
// never without knowing afterwards whether it was stored.

import { createDeferred, type Deferred } from "../base/deferred.ts";
import { Replica, toOperations } from "../journal/replica.ts";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import { type Attempt, attemptAll, type Commitment, type Origin, type Verdict } from "./commit-batch.ts";
import { dropHistory } from "./drop-history.ts";
import { isAt, missingRanges, toMissed } from "./log-position.ts";
import { commitPuts, type Head, headKey, type LogEntry, logRange, nextHead, parseHead, snapshotsRange } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { RoomView } from "./room-view.ts";

export interface WriterOptions {
  readonly id: string;
  readonly store: KeyValueStore;
  readonly tab: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** Something stands in the way and is gone afterwards. */
  onProblem(error: Error): void;
  /** A transaction committed these. The view has taken them in. */
  onCommit(head: Head, entries: readonly LogEntry[]): void;
}

/** moved: the view had to start from another epoch or a snapshot, and nothing was committed. */
export interface CommitOutcome {
  readonly kind: "committed" | "nothing" | "conflict" | "moved";
  /** Of the room, after it. */
  readonly version: number;
}

interface WaitingCommit {
  readonly commitment: Commitment;
  readonly outcome: Deferred<CommitOutcome>;
}

export class RoomWriter {
  readonly view: RoomView;
  readonly #options: WriterOptions;
  /** Commits that the next transaction will take along; null while no step is due. */
  #batch: WaitingCommit[] | null = null;

  get id(): string {
    return this.#options.id;
  }

  constructor(view: RoomView, options: WriterOptions) {
    this.view = view;
    this.#options = options;
  }

  /**
   * Commits in one transaction that also reads, and takes in, what others committed meanwhile. Commits that come before it
   * has read the head go along; those that come later share the next one.
   */
  commit(commitment: Commitment): Promise<CommitOutcome> {
    const waiting: WaitingCommit = { commitment, outcome: createDeferred() };
    if (this.#batch) {
      this.#batch.push(waiting);
    } else {
      this.#batch = [waiting];
      void this.view.step(() => this.#commitAll());
    }
    return waiting.outcome.promise;
  }

  /** Starts a new epoch whose first version is what is made of the room as it is then, unless that is damaged. */
  async restart(build: (replica: Replica) => GraphData, origin: Origin): Promise<void> {
    const { view } = this;
    for (;;) {
      const damage = await view.catchUp().then(() => null, toRoomError);
      if (damage) this.#options.onProblem(damage);
      if (await view.step(() => this.#startAnew(build(view.replica), origin, damage !== null))) return;
    }
  }

  /** Calls that began before commit nothing any more. */
  async raiseFence(): Promise<void> {
    const { id, store } = this.#options;
    await store.transact({ keys: [headKey(id)] }, ([stored]) => {
      const head = parseHead(stored);
      return { puts: head ? [[headKey(id), { ...head, fence: head.fence + 1 }]] : [], result: null };
    });
  }

  #takeBatch(): WaitingCommit[] {
    const batch = this.#batch ?? [];
    this.#batch = null;
    return batch;
  }

  /** Never rejects: what becomes of each is told to who asked for it. */
  async #commitAll(): Promise<void> {
    const { view } = this;
    const batch: WaitingCommit[] = [];
    let attempts: readonly Attempt[] = [];
    let verdicts: readonly Verdict[] | null = null;
    let before: Head | null = null;
    try {
      if (view.isStale) await view.reload();
      try {
        const { id, store } = this.#options;
        verdicts = await store.transact<readonly Verdict[] | null>(
          { keys: [headKey(id)], ranges: ([head]) => missingRanges(id, view, parseHead(head)) },
          ([stored], [found = []]) => {
            before = parseHead(stored);
            // Only now; and, where the store begins again, with those that have come since.
            batch.push(...this.#takeBatch());
            verdicts = this.attempt(
              batch.map(({ commitment }) => commitment),
              before,
              found,
            );
            attempts = (verdicts ?? []).flatMap((verdict) => (verdict.kind === "accepted" ? verdict.attempt : []));
            return { puts: commitPuts(id, attempts), result: verdicts };
          },
        );
        if (!verdicts) await view.reload();
        this.takeIn(attempts);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        if (error.kind !== "quota" || !(await this.#makeRoomFor(attempts, before))) {
          await this.findOut(attempts, error);
        }
      }
    } catch (error) {
      for (const { commitment, outcome } of [...batch, ...this.#takeBatch()]) {
        if (commitment.group) commitment.group.broken = true;
        outcome.reject(error);
      }
      return;
    }
    batch.forEach(({ outcome }, i) => settle(outcome, verdicts?.[i] ?? null, view.version));
  }

  /**
   * Where the browser has no room left: drops history, and stores what was refused once more, as it was, if the room still
   * is where it was. false: that did not help either.
   */
  async #makeRoomFor(refused: readonly Attempt[], before: Head | null): Promise<boolean> {
    const { id, store } = this.#options;
    if (refused.length === 0 || !before) return false;
    try {
      if (!(await dropHistory(store, id))) return false;
      const attempts = await store.transact<readonly Attempt[]>({ keys: [headKey(id)] }, ([stored]) => {
        const head = parseHead(stored);
        if (!head || !isAt(before, head) || head.fence !== before.fence) return { result: [] };
        const { snapshots } = head;
        const result = refused.map((attempt) => ({ ...attempt, head: { ...attempt.head, snapshots } }));
        return { puts: commitPuts(id, result), result };
      });
      this.takeIn(attempts);
      return attempts.length > 0;
    } catch (error) {
      // What the browser said first is what the person should hear.
      if (error instanceof StorageError || error instanceof RoomError) return false;
      throw error;
    }
  }

  /** Runs inside the transaction: no waiting here. null: the view has to start from elsewhere. */
  attempt(commitments: readonly Commitment[], head: Head | null, found: readonly KeyedValue[]): Verdict[] | null {
    const missed = toMissed(this.view, head, found);
    if (!missed || !this.view.follow(head, missed)) return null;
    return attemptAll(commitments, {
      replica: this.view.replica,
      head,
      missed,
      newEpoch: this.#options.newId,
      toEntry: (...parts) => this.#toEntry(...parts),
    });
  }

  /** They are stored. */
  takeIn(attempts: readonly Attempt[]): void {
    for (const attempt of attempts) this.view.take(attempt);
    this.#tellCommitted(attempts);
  }

  /** false: `data` was made of what is not the newest any more. */
  async #startAnew(data: GraphData, origin: Origin, whatever: boolean): Promise<boolean> {
    const { id, store, newId } = this.#options;
    // By the operations, not the data: every other tab gets here by them, and ids must go on alike.
    const ops = toOperations(data);
    const replica = Replica.from(emptyGraph);
    replica.apply(ops);
    const entry = this.#toEntry(1, origin, ops, []);
    const attempt: Attempt = { head: nextHead(null, newId(), entry), entry, group: null };
    try {
      const done = await store.transact({ keys: [headKey(id)] }, ([stored]) => {
        if (!whatever && !isAt(this.view, parseHead(stored))) return { result: false };
        const deleteRanges = [logRange(id, 0), snapshotsRange(id)];
        return { deleteRanges, puts: commitPuts(id, [attempt]), result: true };
      });
      if (!done) return false;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      await this.findOut([attempt], error);
      return true;
    }
    this.view.startAnew(attempt.head, replica);
    this.#tellCommitted([attempt]);
    return true;
  }

  /** A transaction failed. If it had been asked to write, only the log knows whether it did. Throws if it did not. */
  async findOut(attempts: readonly Attempt[], error: StorageError): Promise<void> {
    const notStored = new RoomError("not-stored", `The change was not stored and is undone. ${error.message}`, error);
    if (attempts.length === 0) throw notStored;
    this.view.doubt();
    let stored: boolean;
    try {
      stored = await this.view.reload(attempts);
    } catch (cause) {
      throw new RoomError(
        "unknown-outcome",
        `It is not known whether the last change was stored. ${error.message}`,
        cause,
      );
    }
    if (!stored) throw notStored;
    this.#tellCommitted(attempts);
  }

  #tellCommitted(attempts: readonly Attempt[]): void {
    const head = attempts.at(-1)?.head;
    if (!head) return;
    const entries = attempts.map(({ entry }) => entry);
    this.#options.onCommit(head, entries);
  }

  #toEntry(
    version: number,
    { kind, fn, user, durationMs, code }: Origin,
    ops: readonly Operation[],
    inverse: readonly Operation[],
  ): LogEntry {
    const { now, newId, tab } = this.#options;
    return { id: newId(), version, kind, fn, user, tab, time: now(), durationMs, ops, inverse, code };
  }
}

/** `verdict` null: the view moved. */
function settle(outcome: Deferred<CommitOutcome>, verdict: Verdict | null, version: number): void {
  if (verdict?.kind === "accepted") {
    outcome.resolve({ kind: "committed", version: verdict.attempt.entry.version });
  } else if (verdict?.kind === "invalid") {
    outcome.reject(verdict.error);
  } else {
    outcome.resolve({ kind: verdict?.kind ?? "moved", version });
  }
}

/** Damage to what is stored; any other failure is the caller's. */
function toRoomError(error: unknown): RoomError {
  if (error instanceof RoomError) return error;
  throw error;
}
