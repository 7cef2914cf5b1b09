// Reset: shared variables start from their initial values again, in a new epoch. The initial values come from loading the
// program in a worker of its own, as the very first tab would, so that `Date.now()` is now.

import { graftSlot } from "../../journal/graft.ts";
import { numberOperations, parseOperations, Replica } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { emptyGraph, type GraphData } from "../../protocol/operation.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Room } from "../../state/room.ts";
import { evaluate } from "./load-module.ts";

/** Nobody sees this load, so nobody could stop it. */
const loadTimeoutMs = 60_000;

/** `key`: one variable's slot; null: all of them. */
export async function resetRoom(options: {
  sandbox: Sandbox;
  room: Room;
  program: CompiledModule;
  key: string | null;
}): Promise<void> {
  const { room, key } = options;
  const fresh = await loadInitialValues(options.sandbox, options.program);
  await room.restart((now) => (key === null ? fresh : graftSlot(now.toData(), fresh, key)));
}

async function loadInitialValues(sandbox: Sandbox, program: CompiledModule): Promise<GraphData> {
  const worker = sandbox.take();
  const timeout = setTimeout(() => worker.end("ended"), loadTimeoutMs);
  try {
    const outcome = await evaluate(worker, program, { room: null, session: null });
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(parseOperations(outcome.room), replica.nextId, new Map()));
    return replica.toData();
  } finally {
    clearTimeout(timeout);
    worker.end("ended");
  }
}
