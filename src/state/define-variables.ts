// Adds to a room what a freshly loaded module has and the room lacks. That disturbs nobody, and takes no lock. What earlier
// code made and no call has written is made anew under the lock, since a call that is under way may have it in hand.

import { numberOperations } from "../journal/replica.ts";
import type { ContainerId, Operation } from "../protocol/operation.ts";
import { type MissingSlots, missingSlots } from "./missing-slots.ts";
import { RoomError } from "./room-error.ts";
import type { DefineMeta, DefineResult } from "./room.ts";
import type { RoomWriter } from "./room-writer.ts";

export interface VariableDefiner {
  /** As Room has it. */
  define(operations: readonly Operation[], meta?: DefineMeta): Promise<DefineResult>;
  /** What still waits for the lock is given up. */
  dispose(): void;
}

export interface DefinerOptions {
  readonly writer: RoomWriter;
  /** Does something under the room's lock. Rejects with the signal's reason if that comes first. */
  alone<T>(action: () => Promise<T>, signal: AbortSignal): Promise<T>;
  onProblem(error: unknown): void;
}

/** How long a load waits for calls that have the room. Then it goes on with what is there, and what it made comes after them. */
const maxWaitMs = 1000;

const nothing: MissingSlots = { operations: [], added: [], replaced: [], existed: [], adopted: [] };

type Outdated = "keep" | "replace" | "ask";

interface Attempt {
  readonly result: DefineResult;
  /** There are outdated variables, and it was asked for them: nothing was done. */
  readonly isPutOff: boolean;
}

export function createDefiner({ writer, alone, onProblem }: DefinerOptions): VariableDefiner {
  /** The last load's, if it still waits: what the code before it made is not wanted any more. */
  let later = new AbortController();

  async function attempt(
    operations: readonly Operation[],
    { epoch = "", ...meta }: DefineMeta,
    outdated: Outdated,
  ): Promise<Attempt> {
    for (;;) {
      let missing = nothing;
      let known = new Map<ContainerId, ContainerId>();
      const outcome = await writer.commit({
        ...meta,
        kind: "load",
        fn: "Load",
        durationMs: 0,
        accepts: () => epoch === "" || epoch === writer.view.epoch,
        build(replica) {
          missing = missingSlots(operations, replica, outdated === "keep");
          if (outdated === "ask" && missing.replaced.length > 0) return [];
          known = new Map(missing.adopted);
          return numberOperations(missing.operations, replica.nextId, known);
        },
      });
      // Somebody reset the room in this very moment: the module's variables may all be missing now.
      if (outcome.kind === "moved") continue;
      if (outcome.kind === "conflict")
        throw new RoomError("reset", "The shared state was reset while the code loaded.");
      const { added, existed, replaced } = missing;
      const result = { version: outcome.version, numbered: [...known], added, existed };
      return { result, isPutOff: outdated === "ask" && replaced.length > 0 };
    }
  }

  async function replaceSoon(operations: readonly Operation[], meta: DefineMeta): Promise<DefineResult | null> {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), maxWaitMs);
    try {
      return (await alone(() => attempt(operations, meta, "replace"), waiting.signal)).result;
    } catch (error) {
      if (waiting.signal.aborted) return null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  function replaceLater(operations: readonly Operation[], { user, code, epoch = "" }: DefineMeta): void {
    const { signal } = later;
    alone(() => attempt(operations, { user, code, epoch }, "replace"), signal).catch((error: unknown) => {
      const isOver = error instanceof RoomError && (error.kind === "reset" || error.kind === "closed");
      if (!signal.aborted && !isOver) onProblem(error);
    });
  }

  return {
    async define(operations, meta = { user: "", code: "" }) {
      later.abort();
      later = new AbortController();
      const { signal } = later;
      const { result, isPutOff } = await attempt(operations, meta, "ask");
      if (!isPutOff) return result;
      const replaced = await replaceSoon(operations, meta);
      if (replaced) return replaced;
      const kept = await attempt(operations, meta, "keep");
      if (!signal.aborted) replaceLater(operations, meta);
      return kept.result;
    },
    dispose: () => later.abort(),
  };
}
