// Reset: shared variables start from their initial values again, in a new epoch. The initial values come from loading the
// program in a worker of its own, as the very first tab would, so that `Date.now()` is now.

import { graftSlot } from "../../journal/graft.ts";
import { numberOperations, parseOperations, Replica } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { emptyGraph, type GraphData } from "../../protocol/operation.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Room } from "../../state/room.ts";
import { randomId } from "../../base/random-id.ts";

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
  const { hash, code, variables, functions, signature } = program;
  const worker = sandbox.take();
  try {
    const outcome = await worker.load({
      module: { hash, code, variables, functions, signature },
      room: null,
      session: null,
      sessionHash: randomId(),
    });
    if (outcome.kind === "threw") throw new Error(`The code did not load: ${outcome.error.message}`);
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(parseOperations(outcome.room), replica.nextId, new Map()));
    return replica.toData();
  } finally {
    worker.end("ended");
  }
}
