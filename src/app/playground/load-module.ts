// Loads a program in a fresh worker for one user: evaluates it, checks what it declares, and commits the variables that
// the room and the session do not have yet.

import { parseOperations } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { GraphData } from "../../protocol/operation.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { UncheckedLoad } from "../../sandbox/unchecked.ts";
import { parseAppSpec } from "../../spec/parse-app-spec.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";
import type { Problem } from "../model.ts";
import { fromError } from "./problems.ts";
import type { GraphFollower, Numbered } from "./graph-follower.ts";
import type { Loaded } from "./user-worker.ts";
import { createWorkerLink, type WorkerLink } from "./worker-link.ts";

export interface Loading {
  readonly done: Promise<{ readonly loaded: Loaded; readonly reports: readonly VariableReport[] }>;
  /** Ends the worker; if it has not finished, `done` rejects. */
  abandon(): void;
}

/** The person's module did not load. */
export class LoadFailure extends Error {
  override readonly name = "LoadFailure";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

export interface LoadOptions {
  readonly sandbox: Sandbox;
  readonly program: CompiledModule;
  readonly room: Room;
  readonly session: Session;
  /** Whose worker it is, for the history. */
  readonly user: string;
  onWorker(worker: SandboxWorker): void;
}

export function loadModule(options: LoadOptions): Loading {
  const { room, session } = options;
  const worker = options.sandbox.take();
  options.onWorker(worker);
  // Made first, so that what others commit during the load is kept for the first call.
  const link = createWorkerLink(worker, room, session);
  return { done: load(worker, link, options), abandon: link.end };
}

/** Asks a worker to evaluate a program; rejects with a LoadFailure if the program throws. */
export async function evaluate(
  worker: SandboxWorker,
  { hash, code, variables, functions, signature, insertions, places }: CompiledModule,
  state: { readonly room: GraphData | null; readonly session: GraphData | null },
): Promise<Extract<UncheckedLoad, { kind: "loaded" }>> {
  const outcome = await worker.load({ module: { hash, code, variables, functions, signature }, ...state });
  if (outcome.kind === "threw") throw new LoadFailure(fromError("load", outcome.error, { insertions, places }));
  return outcome;
}

async function load(worker: SandboxWorker, link: WorkerLink, options: LoadOptions): Promise<Awaited<Loading["done"]>> {
  const { program, room, session, user } = options;
  const outcome = await evaluate(worker, program, { room: room.replica.toData(), session: session.data() });
  const app = parseAppSpec(outcome.app);
  if (!app.ok) throw new Error(`The sandbox declared an app that is none: ${app.error}`);

  const roomOperations = parseOperations(outcome.room);
  if (roomOperations.length > 0) {
    takeIn(link.room, await room.define(roomOperations, { user, code: program.hash }));
  }
  const sessionOperations = parseOperations(outcome.session);
  if (sessionOperations.length > 0) takeIn(link.session, session.define(sessionOperations));

  const slots = outcome.variables.filter(({ kind }) => kind !== "once").map(({ key }) => key);
  return {
    loaded: { program, app: app.value, room, session, link, slots, states: outcome.states },
    reports: outcome.variables,
  };
}

function takeIn(
  follower: GraphFollower,
  defined: { readonly version: number; readonly numbered: Numbered; readonly existed: readonly string[] },
): void {
  follower.committed(defined.version, defined.numbered);
  // Somebody else's values count for what was there by then: the worker has its own, and must start from the whole.
  if (defined.existed.length > 0) follower.parted();
}
