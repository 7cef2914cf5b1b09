// The State of one session: in the memory of its tab, gone with the page. On the same journal as the shared variables,
// but with nobody to agree with.

import { numberOperations, Replica } from "../journal/replica.ts";
import { missingSlots } from "./missing-slots.ts";
import { type ContainerId, emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";

export interface Session {
  /** Names it: a new one for each load of the page. Gradio's session_hash. */
  readonly hash: string;
  readonly replica: Replica;
  /** Counts the applied changes. */
  readonly version: number;
  /**
   * Applies what a worker did, all of it or, when this throws, nothing. `known` are the worker's earlier containers by its
   * own ids; those made here are added. Returns the final ids of these. `by` comes back with the change.
   */
  apply(operations: readonly Operation[], known: Map<ContainerId, ContainerId>, by?: object): SessionCommit;
  /** Throws what `apply` would throw, and changes nothing. */
  check(operations: readonly Operation[], known: ReadonlyMap<ContainerId, ContainerId>): void;
  /** Adds what the session lacks of an app's State. `existed`: what another load had added by then. */
  define(operations: readonly Operation[], by?: object): SessionCommit & { readonly existed: readonly string[] };
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
  readonly by: object | null;
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

  const session: Session = {
    hash,
    replica,
    get version() {
      return version;
    },
    define(operations, by) {
      const missing = missingSlots(operations, replica);
      const applied = session.apply(missing.operations, new Map(missing.adopted), by);
      return {
        version: applied.version,
        numbered: [...missing.adopted, ...applied.numbered],
        existed: missing.existed,
      };
    },
    apply(operations, known, by) {
      if (operations.length === 0) return { version, numbered: [] };
      const made = operations.flatMap((operation) => (operation[0] === "new" ? [operation[1]] : []));
      const numbers = new Map(known);
      const final = replica.withTouched(numberOperations(operations, replica.nextId, numbers));
      const inverse = replica.apply(final);
      const numbered = made.map((id) => [id, numbers.get(id) ?? id] as const);
      for (const [from, to] of numbered) known.set(from, to);
      version += 1;
      for (const listener of listeners) listener({ version, by: by ?? null, operations: final, inverse });
      return { version, numbered };
    },
    check(operations, known) {
      if (operations.length === 0) return;
      replica.apply(replica.apply(numberOperations(operations, replica.nextId, new Map(known))));
    },
    data: () => replica.toData(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return session;
}
