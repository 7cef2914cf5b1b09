// Loads a program in a fresh worker for one user: evaluates it, checks what it declares, and commits the variables that
// the room and the session do not have yet.

import { InvalidOperationError, parseOperations } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { GraphData } from "../../protocol/operation.ts";
import type { PackageCode } from "../../protocol/package-code.ts";
import { isEveryday } from "../../protocol/everyday-names.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { type SandboxWorker, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { UncheckedLoad } from "../../sandbox/unchecked.ts";
import { parseAppSpec } from "../../spec/parse-app-spec.ts";
import { RoomError } from "../../state/room-error.ts";
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
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** How often it is tried to load on what does not change meanwhile. */
const maxTimes = 3;

export interface LoadOptions {
  readonly sandbox: Sandbox;
  readonly program: CompiledModule;
  readonly room: Room;
  readonly session: Session;
  /** Hosts that it may reach. */
  readonly network: readonly string[];
  /** What it imports. */
  readonly packages: PackageCode;
  /** Whose worker it is, for the history. */
  readonly user: string;
  onWorker(worker: SandboxWorker): void;
}

export function loadModule(options: LoadOptions): Loading {
  const { sandbox, program } = options;
  let link: WorkerLink | null = null;
  let abandoned = false;

  async function load(): Promise<Awaited<Loading["done"]>> {
    if (!sandbox.isComplete && !isEveryday(program.code)) await sandbox.complete();
    for (let times = 1; ; times++) {
      if (abandoned) throw new WorkerEndedError("ended");
      link = begin(options);
      try {
        return await loadInto(link, options);
      } catch (error) {
        if (abandoned || times === maxTimes || !(isOvertaken(error) || error instanceof IncompleteError)) throw error;
        link.end();
        if (error instanceof IncompleteError) await sandbox.complete();
      }
    }
  }

  return {
    done: load(),
    abandon() {
      abandoned = true;
      link?.end();
    },
  };
}

function begin({ sandbox, room, session, network, onWorker }: LoadOptions): WorkerLink {
  const worker = sandbox.take(network);
  onWorker(worker);
  // Made first, so that what others commit during the load is kept for the first call.
  return createWorkerLink(worker, room, session);
}

/** Meanwhile others took away what the module was loaded on: on what is there now it loads. */
function isOvertaken(error: unknown): boolean {
  return error instanceof InvalidOperationError || (error instanceof RoomError && error.kind === "reset");
}

/** The program uses what the worker's runtime lacks. */
class IncompleteError extends Error {
  override readonly name = "IncompleteError";
}

/** Asks a worker to evaluate a program; rejects with a LoadFailure if the program throws. */
export async function evaluate(
  worker: SandboxWorker,
  { program, network: allowed, packages }: Pick<LoadOptions, "program" | "network" | "packages">,
  state: { readonly room: GraphData | null; readonly session: GraphData | null },
): Promise<Extract<UncheckedLoad, { kind: "loaded" }>> {
  const { hash, code, variables, functions, signature, packages: uses } = program;
  const module = { hash, code, variables, functions, signature, packages: uses };
  const outcome = await worker.load({ module, packages, ...state });
  if (outcome.kind === "incomplete") throw new IncompleteError();
  if (outcome.kind === "threw") throw new LoadFailure(fromError("load", outcome.error, { ...program, allowed }));
  return outcome;
}

async function loadInto(link: WorkerLink, options: LoadOptions): Promise<Awaited<Loading["done"]>> {
  const { program, room, session, network, user } = options;
  const { worker, group } = link;
  const { epoch } = room;
  const outcome = await evaluate(worker, options, { room: room.replica.toData(), session: session.data() });
  const app = parseAppSpec(outcome.app);
  if (!app.ok) throw new Error(`The sandbox declared an app that is none: ${app.error}`);

  const roomOperations = parseOperations(outcome.room);
  if (roomOperations.length > 0) {
    takeIn(link.room, await room.define(roomOperations, { user, code: program.hash, epoch, group }));
  }
  const sessionOperations = parseOperations(outcome.session);
  if (sessionOperations.length > 0) takeIn(link.session, session.define(sessionOperations, group));

  for (const [key, first] of outcome.browser) {
    const { follower } = link.followKey(key, await room.browser.open(key));
    takeIn(follower, await room.browser.define(key, parseOperations(first), { user, code: program.hash, group }));
  }

  const slots = outcome.variables.filter(({ kind }) => kind !== "once").map(({ key }) => key);
  return {
    loaded: { program, app: app.value, room, network, session, link, slots, states: outcome.states },
    reports: outcome.variables,
  };
}

function takeIn(
  follower: GraphFollower,
  defined: { readonly numbered: Numbered; readonly existed: readonly string[] },
): void {
  follower.numbered(defined.numbered);
  // Somebody else's values count for what was there by then: the worker has its own, and must start from the whole.
  if (defined.existed.length > 0) follower.parted();
}
