// One call's time with a room: it alone may change the shared variables until it releases the lock. Loading code may add
// variables meanwhile, which disturbs nobody; anything else means that the lock was taken away, and nothing is committed.

import { assert } from "../base/assert.ts";
import { numberOperations } from "../journal/replica.ts";
import type { ContainerId, Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import type { CommitGroup, Commitment } from "./commit-batch.ts";
import { type CommitPart, commitTogether } from "./commit-together.ts";
import type { Turn } from "./grant-sharing.ts";
import type { LogEntry } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { RoomChange, RoomView } from "./room-view.ts";
import type { RoomWriter } from "./room-writer.ts";

export interface Lease {
  readonly epoch: string;
  /** The version that the call sees: as read at the start, then its own commits. */
  readonly version: number;
  /**
   * Commits a boundary of the call: all of it or, when this rejects, nothing. `known` are the call's earlier containers
   * by the ids that the worker gave them; those of this commit are added.
   */
  commit(operations: readonly Operation[], meta: CommitMeta, known: Map<ContainerId, ContainerId>): Promise<Commit>;
  /** The same as a part of several. */
  part(operations: readonly Operation[], meta: CommitMeta, known: Map<ContainerId, ContainerId>): CommitPart;
  readonly store: KeyValueStore;
  /** Lets the next call of the group begin, before what this one did is committed. */
  pass(): void;
  /** Lets the next one in. Calling it again does nothing. */
  release(): void;
}

/** What a call did to one room, for `commitLeases`. */
export interface LeaseChange {
  readonly lease: Lease;
  readonly operations: readonly Operation[];
  readonly known: Map<ContainerId, ContainerId>;
}

export interface CommitMeta {
  readonly durationMs: number;
  /** Hash of the source that ran. */
  readonly code: string;
}

export interface Commit {
  readonly version: number;
  /** The final ids of containers that this commit made. */
  readonly numbered: readonly (readonly [from: ContainerId, to: ContainerId])[];
}

export interface LeaseOptions {
  readonly store: KeyValueStore;
  readonly view: RoomView;
  readonly writer: RoomWriter;
  readonly fn: string;
  readonly user: string;
  readonly group: CommitGroup | undefined;
  readonly turn: Pick<Turn, "isLost" | "pass" | "end">;
}

export class RoomLease implements Lease {
  readonly #options: LeaseOptions;
  readonly #fence: number;
  #taken = false;
  #released = false;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#fence = options.view.fence;
  }

  get epoch(): string {
    return this.#options.view.epoch;
  }

  get version(): number {
    return this.#options.view.version;
  }

  /** Told of every step of the view while the lease lasts. */
  note(change: RoomChange): void {
    // What this page commits itself comes in its turn.
    if (change.source === "here") return;
    if (change.entry === null || !onlyAddsVariables(change.entry)) this.#taken = true;
  }

  async commit(
    operations: readonly Operation[],
    meta: CommitMeta,
    known: Map<ContainerId, ContainerId>,
  ): Promise<Commit> {
    const [commit] = await commitLeases([{ lease: this, operations, known }], meta);
    assert(commit, "one commit has one outcome");
    return commit;
  }

  /** What is to be committed under this lease, and by what. */
  part(operations: readonly Operation[], meta: CommitMeta, known: Map<ContainerId, ContainerId>): CommitPart {
    assert(!this.#released, "a commit after the lock was released");
    const { writer, fn, user, group, turn } = this.#options;
    const commitment: Commitment = {
      ...meta,
      kind: "call",
      fn,
      user,
      ...(group && { group }),
      accepts: (missed, fence) =>
        !this.#taken && !turn.isLost && fence === this.#fence && missed.every(onlyAddsVariables),
      build: (replica) => numberOperations(operations, replica.nextId, known),
    };
    return { writer, commitment };
  }

  get store(): KeyValueStore {
    return this.#options.store;
  }

  pass(): void {
    this.#options.turn.pass();
  }

  release(): void {
    this.#released = true;
    this.#options.turn.end();
  }
}

/** Commits what a call did to several rooms: all of it or, when this rejects, nothing. One commit for each. */
export async function commitLeases(changes: readonly LeaseChange[], meta: CommitMeta): Promise<Commit[]> {
  const made = changes.map(({ operations }) =>
    operations.flatMap((operation) => (operation[0] === "new" ? [operation[1]] : [])),
  );
  try {
    const parts = changes.map(({ lease, operations, known }) => lease.part(operations, meta, known));
    const [only] = parts;
    const store = changes[0]?.lease.store;
    assert(only && store, "there is something to commit");
    const outcomes =
      parts.length === 1 ? [await only.writer.commit(only.commitment)] : await commitTogether(store, parts);
    for (const { kind } of outcomes) {
      if (kind === "moved") throw new RoomError("conflict", wasReset);
      if (kind === "conflict") throw new RoomError("conflict", wasTaken);
    }
    return outcomes.map(({ version }, i) => {
      const known = changes[i]?.known;
      return { version, numbered: (made[i] ?? []).map((id) => [id, known?.get(id) ?? id] as const) };
    });
  } catch (error) {
    for (const [i, { known }] of changes.entries()) for (const id of made[i] ?? []) known.delete(id);
    throw error;
  }
}

function onlyAddsVariables({ ops }: Pick<LogEntry, "ops">): boolean {
  return ops.every(([kind]) => kind === "new" || kind === "slot");
}

const wasReset = "The shared state was reset while this call ran, so what it did was undone. Call it again.";

const wasTaken =
  "Another tab changed the shared state, or took this call's turn since this tab did not answer. What the call did was undone. Call it again.";
