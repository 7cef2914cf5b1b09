// What one tab knows of a room, and how it moves from one committed version to the next: by its own commits, by what
// other tabs announce, and by reading the log. One such step at a time. Never shows what is not committed.

import { createDeferred, type Deferred } from "../base/deferred.ts";
import { Replica, toOperations } from "../journal/replica.ts";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { Announcement } from "./announcements.ts";
import {
  type Attempt,
  attemptAll,
  type CommitGroup,
  type Commitment,
  type Origin,
  type Verdict,
} from "./commit-batch.ts";
import { isAt, missingRanges, toMissed } from "./log-position.ts";
import { loadRoom } from "./load-room.ts";
import {
  commitPuts,
  type Head,
  headKey,
  type LogEntry,
  logKey,
  logRange,
  nextHead,
  parseEntry,
  parseHead,
  snapshotsRange,
} from "./log.ts";
import { RoomError } from "./room-error.ts";

export interface ViewOptions {
  readonly id: string;
  readonly store: KeyValueStore;
  readonly tab: string;
  readonly now: () => number;
  readonly newId: () => string;
  onChange(change: RoomChange): void;
  /** What was stored is gone. */
  onProblem(error: Error): void;
  /** A transaction committed these, here. */
  onCommit(head: Head, entries: readonly LogEntry[]): void;
}

/** A step of the view. On "reset" there is no telling what changed. */
export type RoomChange =
  | {
      readonly source: "here" | "elsewhere";
      readonly epoch: string;
      readonly version: number;
      readonly entry: LogEntry;
      /** Of a commitment of this view. */
      readonly group: CommitGroup | null;
    }
  | { readonly source: "reset"; readonly epoch: string; readonly version: number; readonly entry: null };

/** moved: the view had to start from another epoch or a snapshot, and nothing was committed. */
export interface CommitOutcome {
  readonly kind: "committed" | "nothing" | "conflict" | "moved";
  /** Of the room, after it. */
  readonly version: number;
}

export class RoomView {
  readonly #options: ViewOptions;
  /** "" until something is committed. */
  #epoch = "";
  #version = 0;
  #fence = 0;
  #replica = Replica.from(emptyGraph);
  /** The replica may have used up ids that were never committed, or missed something: it must be loaded again. */
  #stale = false;
  #lastStep: Promise<unknown> = Promise.resolve();
  /** Commits that the next free step will make; null while none waits. */
  #batch: WaitingCommit[] | null = null;
  #catchingUp: Promise<void> | null = null;

  constructor(options: ViewOptions) {
    this.#options = options;
  }

  /** Whether it has to be loaded again before it shows what is committed. */
  get isStale(): boolean {
    return this.#stale;
  }

  get epoch(): string {
    return this.#epoch;
  }

  get version(): number {
    return this.#version;
  }

  get replica(): Replica {
    return this.#replica;
  }

  /** As last read; see Head. */
  get fence(): number {
    return this.#fence;
  }

  /** Brings the view up to what is stored. Requests that come while one waits are served by it. */
  catchUp(): Promise<void> {
    this.#catchingUp ??= this.#step(async () => {
      // From here on somebody may commit what this step does not see.
      this.#catchingUp = null;
      if (this.#stale) return void (await this.#reload());
      const { id, store } = this.#options;
      const { values, ranges } = await store.read({
        keys: [headKey(id)],
        ranges: ([head]) => missingRanges(id, this, parseHead(head)),
      });
      const head = parseHead(values[0]);
      const missed = toMissed(this, head, ranges[0]);
      if (!missed || !this.#follow(head, missed)) await this.#reload();
    });
    return this.#catchingUp;
  }

  /** Takes in what another tab says it committed. */
  async receive({ epoch, version, entries }: Announcement): Promise<void> {
    const enough = await this.#step(() => {
      if (epoch !== this.#epoch || this.#stale) return false;
      for (const entry of entries) {
        if (entry.version === this.#version + 1 && !this.#advance(entry)) return false;
      }
      return version <= this.#version;
    });
    if (!enough) await this.catchUp();
  }

  /**
   * Commits in one transaction that also reads, and takes in, what others committed meanwhile. Commits that come while a
   * step is under way share the next transaction.
   */
  commit(commitment: Commitment): Promise<CommitOutcome> {
    const waiting: WaitingCommit = { commitment, outcome: createDeferred() };
    if (this.#batch) {
      this.#batch.push(waiting);
    } else {
      this.#batch = [waiting];
      void this.#step(async () => {
        const batch = this.#batch ?? [];
        this.#batch = null;
        await this.#commitAll(batch);
      });
    }
    return waiting.outcome.promise;
  }

  /** Starts a new epoch whose first version is what is made of the room as it is then, unless that is damaged. */
  async restart(build: (replica: Replica) => GraphData, origin: Origin): Promise<void> {
    for (;;) {
      const damage = await this.catchUp().then(() => null, toRoomError);
      if (damage) this.#options.onProblem(damage);
      if (await this.#step(() => this.#startAnew(build(this.#replica), origin, damage !== null))) return;
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

  /** false: `data` was made of what is not the newest any more. */
  async #startAnew(data: GraphData, origin: Origin, whatever: boolean): Promise<boolean> {
    const { id, store, newId, onChange, onCommit } = this.#options;
    // By the operations, not the data: every other tab gets here by them, and ids must go on alike.
    const ops = toOperations(data);
    const replica = Replica.from(emptyGraph);
    replica.apply(ops);
    const first = this.#toEntry(1, origin, ops, []);
    const head = nextHead(null, newId(), first);
    const attempt: Attempt = { head, entry: first, group: null };
    try {
      const done = await store.transact({ keys: [headKey(id)] }, ([stored]) => {
        if (!whatever && !isAt(this, parseHead(stored))) return { result: false };
        const deleteRanges = [logRange(id, 0), snapshotsRange(id)];
        return { deleteRanges, puts: commitPuts(id, [attempt]), result: true };
      });
      if (!done) return false;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      await this.#findOut([attempt], error);
      return true;
    }
    this.#show(head, replica);
    onChange({ source: "reset", epoch: head.epoch, version: 1, entry: null });
    onCommit(head, [first]);
    return true;
  }

  /** Never rejects: what becomes of each is told to who asked for it. */
  async #commitAll(batch: readonly WaitingCommit[]): Promise<void> {
    let attempts: readonly Attempt[] = [];
    let verdicts: readonly Verdict[] | null = null;
    try {
      if (this.#stale) await this.#reload();
      try {
        const { id, store } = this.#options;
        verdicts = await store.transact<readonly Verdict[] | null>(
          { keys: [headKey(id)], ranges: ([head]) => missingRanges(id, this, parseHead(head)) },
          ([stored], [found = []]) => {
            const result = this.#attempt(batch, parseHead(stored), found);
            attempts = (result ?? []).flatMap((verdict) => (verdict.kind === "accepted" ? verdict.attempt : []));
            verdicts = result;
            return { puts: commitPuts(id, attempts), result };
          },
        );
        if (!verdicts) await this.#reload();
        for (const attempt of attempts) this.#finish(attempt);
        this.#tellCommitted(attempts);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        await this.#findOut(attempts, error);
      }
    } catch (error) {
      for (const { commitment, outcome } of batch) {
        if (commitment.group) commitment.group.broken = true;
        outcome.reject(error);
      }
      return;
    }
    batch.forEach(({ outcome }, i) => settle(outcome, verdicts?.[i] ?? null, this.#version));
  }

  /** Runs inside the transaction: no waiting here. null: the view has to start from elsewhere. */
  #attempt(batch: readonly WaitingCommit[], head: Head | null, found: readonly KeyedValue[]): Verdict[] | null {
    const missed = toMissed(this, head, found);
    if (!missed || !this.#follow(head, missed)) return null;
    return attemptAll(
      batch.map(({ commitment }) => commitment),
      {
        replica: this.#replica,
        head,
        missed,
        newEpoch: this.#options.newId,
        toEntry: (...parts) => this.#toEntry(...parts),
      },
    );
  }

  #finish({ head, entry, group }: Attempt): void {
    this.#replica.apply(entry.ops);
    this.#epoch = head.epoch;
    this.#version = entry.version;
    this.#options.onChange({ source: "here", epoch: head.epoch, version: entry.version, entry, group });
  }

  #tellCommitted(attempts: readonly Attempt[]): void {
    const head = attempts.at(-1)?.head;
    if (!head) return;
    this.#options.onCommit(
      head,
      attempts.map(({ entry }) => entry),
    );
  }

  /** A transaction failed. If it had been asked to write, only the log knows whether it did. Throws if it did not. */
  async #findOut(attempts: readonly Attempt[], error: StorageError): Promise<void> {
    const notStored = new RoomError("not-stored", `The change was not stored and is undone. ${error.message}`, error);
    if (attempts.length === 0) throw notStored;
    this.#stale = true;
    let stored: boolean;
    try {
      stored = await this.#reload(attempts);
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

  /** Starts over from what is stored. Tells whether `attempts`, of one transaction, are part of it. */
  async #reload(attempts: readonly Attempt[] = []): Promise<boolean> {
    const { id, store, onChange } = this.#options;
    const loaded = await loadRoom(store, id);
    const { epoch, version } = loaded?.head ?? { epoch: "", version: 0 };
    const last = attempts.at(-1);
    const stored = last?.head.epoch === epoch && version >= last.entry.version && (await this.#isStored(last));
    const before = { epoch: this.#epoch, version: this.#version };
    this.#show(loaded?.head ?? null, loaded?.replica ?? Replica.from(emptyGraph));
    if (epoch === before.epoch && version === before.version) return stored;
    if (!loaded) this.#options.onProblem(new RoomError("deleted", deleted));
    const follows = before.epoch === epoch || before.epoch === "";
    if (stored && follows && version === last.entry.version && version === before.version + attempts.length) {
      for (const { entry, group } of attempts)
        onChange({ source: "here", epoch, version: entry.version, entry, group });
    } else {
      onChange({ source: "reset", epoch, version, entry: null });
    }
    return stored;
  }

  /** Whether it was this attempt that became the version. */
  async #isStored({ entry }: Attempt): Promise<boolean> {
    const { id, store } = this.#options;
    const found = await store.get(logKey(id, entry.version));
    if (found === undefined) throw new Error("The log does not go back that far any more.");
    return parseEntry(found, entry.version).id === entry.id;
  }

  #show(head: Head | null, replica: Replica): void {
    this.#epoch = head?.epoch ?? "";
    this.#version = head?.version ?? 0;
    this.#fence = head?.fence ?? 0;
    this.#replica = replica;
    this.#stale = false;
  }

  /** false: an entry does not fit the replica, which has to be loaded again. */
  #follow(head: Head | null, missed: readonly LogEntry[]): boolean {
    if (head) ({ epoch: this.#epoch, fence: this.#fence } = head);
    return missed.every((entry) => this.#advance(entry));
  }

  #advance(entry: Omit<LogEntry, "inverse">): boolean {
    let inverse: Operation[];
    try {
      inverse = this.#replica.apply(entry.ops);
    } catch {
      // Whatever is wrong with the entry or with this replica: what is stored will tell.
      this.#stale = true;
      return false;
    }
    this.#version = entry.version;
    const { tab, onChange } = this.#options;
    const source = entry.tab === tab ? "here" : "elsewhere";
    onChange({ source, epoch: this.#epoch, version: entry.version, entry: { ...entry, inverse }, group: null });
    return true;
  }

  #toEntry(
    version: number,
    { fn, user, durationMs, code }: Origin,
    ops: readonly Operation[],
    inverse: readonly Operation[],
  ): LogEntry {
    const { now, newId, tab } = this.#options;
    return { id: newId(), version, fn, user, tab, time: now(), durationMs, ops, inverse, code };
  }

  #step<T>(action: () => T | Promise<T>): Promise<T> {
    const step = this.#lastStep.then(action);
    // The next step waits for this one; what became of it is told to whoever asked for it.
    this.#lastStep = step.then(ignore, ignore);
    return step;
  }
}

interface WaitingCommit {
  readonly commitment: Commitment;
  readonly outcome: Deferred<CommitOutcome>;
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

const deleted =
  "What this browser had stored of the shared state was deleted, in another tab or in the browser's settings. The shared variables start anew.";

function ignore(): void {}

/** Damage to what is stored; any other failure is the caller's. */
function toRoomError(error: unknown): RoomError {
  if (error instanceof RoomError) return error;
  throw error;
}
