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
   * Applies what a worker did, all of it or, when this throws, nothing. `known` are the call's earlier containers by the
   * worker's ids; those made here are added. Returns the final ids of these.
   */
  apply(operations: readonly Operation[], known: Map<ContainerId, ContainerId>): SessionCommit;
  /** Adds what the session lacks of an app's State. `existed`: what another load had added by then. */
  define(operations: readonly Operation[]): Omit<SessionCommit, "undo"> & { readonly existed: readonly string[] };
  /** What a worker starts from. */
  data(): GraphData;
  subscribe(listener: (change: SessionChange) => void): () => void;
}

export interface SessionCommit {
  readonly version: number;
  readonly numbered: readonly (readonly [from: ContainerId, to: ContainerId])[];
  /** Takes it back. For the one who applied it, and before anything else is applied. */
  undo(): void;
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

  function tell(operations: readonly Operation[], inverse: readonly Operation[]): void {
    version += 1;
    for (const listener of listeners) listener({ version, operations, inverse });
  }

  const session: Session = {
    hash,
    replica,
    get version() {
      return version;
    },
    define(operations) {
      const missing = missingSlots(operations, replica);
      const applied = session.apply(missing.operations, new Map(missing.adopted));
      return {
        version: applied.version,
        numbered: [...missing.adopted, ...applied.numbered],
        existed: missing.existed,
      };
    },
    apply(operations, known) {
      if (operations.length === 0) return { version, numbered: [], undo: () => undefined };
      const made = operations.flatMap((operation) => (operation[0] === "new" ? [operation[1]] : []));
      let final: readonly Operation[];
      let inverse: Operation[];
      try {
        final = replica.withTouched(numberOperations(operations, replica.nextId, known));
        inverse = replica.apply(final);
      } catch (error) {
        for (const id of made) known.delete(id);
        throw error;
      }
      tell(final, inverse);
      return {
        version,
        numbered: made.map((id) => [id, known.get(id) ?? id] as const),
        undo() {
          for (const id of made) known.delete(id);
          tell(inverse, replica.apply(inverse));
        },
      };
    },
    data: () => replica.toData(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return session;
}
