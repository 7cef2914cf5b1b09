// Loads a program in a fresh worker for one user: evaluates it, checks what it declares, and commits the variables that
// the room and the session do not have yet.

import { parseOperations } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import { parseAppSpec } from "../../spec/parse-app-spec.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";
import type { Problem } from "../model.ts";
import { fromError } from "./problems.ts";
import type { Loaded } from "./user.ts";
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

export function loadModule(options: {
  sandbox: Sandbox;
  program: CompiledModule;
  room: Room;
  session: Session;
  /** Whose worker it is, for the history. */
  user: string;
  onWorker(worker: SandboxWorker): void;
}): Loading {
  const { room, session } = options;
  const worker = options.sandbox.take();
  options.onWorker(worker);
  // Made first, so that what others commit during the load is kept for the first call.
  const link = createWorkerLink(worker, room, session);
  return { done: load(worker, link, options), abandon: link.end };
}

async function load(
  worker: SandboxWorker,
  link: WorkerLink,
  { program, room, session, user }: { program: CompiledModule; room: Room; session: Session; user: string },
): Promise<Awaited<Loading["done"]>> {
  const { hash, code, variables, functions, signature } = program;
  const outcome = await worker.load({
    module: { hash, code, variables, functions, signature },
    room: room.replica.toData(),
    session: session.data(),
    sessionHash: session.hash,
  });
  if (outcome.kind === "threw") throw new LoadFailure(fromError("load", outcome.error, program));
  const app = parseAppSpec(outcome.app);
  if (!app.ok) throw new Error(`The sandbox declared an app that is none: ${app.error}`);

  const roomOperations = parseOperations(outcome.room);
  if (roomOperations.length > 0) {
    const defined = await room.define(roomOperations, { user, code: hash });
    if (defined.existed.length === 0) link.committed(defined.version, defined.numbered);
    else link.parted();
  }
  const sessionOperations = parseOperations(outcome.session);
  if (sessionOperations.length > 0) link.applied(session.apply(sessionOperations, new Map()).numbered);
  return { loaded: { program, app: app.value, room, link }, reports: outcome.variables };
}
