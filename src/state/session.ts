// The State of one session: in the memory of its tab, gone with the page. On the same journal as the shared variables,
// but with nobody to agree with.

import { numberOperations, Replica } from "../journal/replica.ts";
import { type ContainerId, emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";

export interface Session {
  /** Hash of the code whose State this is. */
  readonly hash: string;
  readonly replica: Replica;
  /** Counts the applied changes. */
  readonly version: number;
  /**
   * Applies what a worker did, all of it or, when this throws, nothing. `known` are the call's earlier containers by the
   * worker's ids; those made here are added. Returns the final ids of these.
   */
  apply(operations: readonly Operation[], known: Map<ContainerId, ContainerId>): SessionCommit;
  /** What a worker starts from. */
  data(): GraphData;
  subscribe(listener: (change: SessionChange) => void): () => void;
}

export interface SessionCommit {
  readonly version: number;
  readonly numbered: readonly (readonly [from: ContainerId, to: ContainerId])[];
}

export interface SessionChange {
  readonly version: number;
  readonly operations: readonly Operation[];
  /** Takes the operations back, in order to apply. */
  readonly inverse: readonly Operation[];
}

export function createSession({
  hash,
  data = emptyGraph,
}: {
  readonly hash: string;
  readonly data?: GraphData;
}): Session {
  const replica = Replica.from(data);
  const listeners = new Set<(change: SessionChange) => void>();
  let version = 0;

  return {
    hash,
    replica,
    get version() {
      return version;
    },
    apply(operations, known) {
      if (operations.length === 0) return { version, numbered: [] };
      const made = operations.flatMap((operation) => (operation[0] === "new" ? [operation[1]] : []));
      let final: Operation[];
      let inverse: Operation[];
      try {
        final = numberOperations(operations, replica.nextId, known);
        inverse = replica.apply(final);
      } catch (error) {
        for (const id of made) known.delete(id);
        throw error;
      }
      version += 1;
      for (const listener of listeners) listener({ version, operations: final, inverse });
      return { version, numbered: made.map((id) => [id, known.get(id) ?? id] as const) };
    },
    data: () => replica.toData(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
