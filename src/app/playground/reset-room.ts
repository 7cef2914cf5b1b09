// Reset: shared variables start from their initial values again, in a new epoch. The initial values come from loading the
// program in a worker of its own, as the very first tab would, so that `Date.now()` is now.

import { graftSlots } from "../../journal/graft.ts";
import { numberOperations, parseOperations, Replica } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { PackageCode } from "../../protocol/package-code.ts";
import { emptyGraph, type GraphData } from "../../protocol/operation.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Room } from "../../state/room.ts";
import { messageOf } from "./call-errors.ts";
import { evaluate } from "./load-module.ts";

/** Nobody sees this load, so nobody could stop it. */
const loadTimeoutMs = 60_000;

export interface ResetOptions {
  sandbox: Pick<Sandbox, "take">;
  room: Room;
  program: CompiledModule;
  /** Hosts that it may reach. */
  network: readonly string[];
  /** What it imports. */
  packages: PackageCode;
  /** One variable's slot; null: all that the program has. */
  key: string | null;
}

export async function resetRoom(options: ResetOptions): Promise<void> {
  const { room, program, key } = options;
  const fresh = await loadInitialValues(options);
  await room.restart((now) => withInitialValues(now.toData(), fresh, program, key));
}

/** What is set aside, or is another tab's, stays: it goes with Discard only. */
export function withInitialValues(
  now: GraphData,
  fresh: GraphData,
  { variables }: Pick<CompiledModule, "variables">,
  key: string | null,
): GraphData {
  return graftSlots(now, fresh, key === null ? variables.map((variable) => variable.key) : [key]);
}

async function loadInitialValues({
  sandbox,
  program,
  network,
  packages,
}: Pick<ResetOptions, "sandbox" | "program" | "network" | "packages">): Promise<GraphData> {
  const worker = sandbox.take(network);
  let isLate = false;
  const timeout = setTimeout(() => {
    isLate = true;
    worker.end("ended");
  }, loadTimeoutMs);
  try {
    const outcome = await evaluate(worker, { program, network, packages }, { room: null, session: null });
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(parseOperations(outcome.room), replica.nextId, new Map()));
    return replica.toData();
  } catch (error) {
    const reason = isLate ? "The module did not finish loading within a minute." : messageOf(error);
    throw new Error(`Nothing was reset. ${reason}`, { cause: error });
  } finally {
    clearTimeout(timeout);
    worker.end("ended");
  }
}
