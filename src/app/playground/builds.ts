// Builds: compile, open the room, load the module for every user, then put the new app in the place of the old. The newest
// wins: a build that is overtaken throws its workers away and changes nothing.

import { createSignal } from "solid-js";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import { WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { Room } from "../../state/room.ts";
import { LoadFailure, type Loading } from "./load-module.ts";
import type { BuildStatus, Problem } from "../model.ts";
import { fromDiagnostic } from "./problems.ts";
import type { Programs } from "./programs.ts";
import type { LiveUser } from "./user.ts";

/** A module that takes longer than this to load is said to, with a way to stop it. */
const slowLoadMs = 2500;

export interface BuildsHost {
  source(): string;
  users(): readonly LiveUser[];
  roomFor(program: CompiledModule): Promise<Room>;
  load(user: LiveUser, build: Pick<Build, "program" | "room">): Loading;
  /** The new app is in place. */
  built(build: Build): void;
}

export interface Build {
  readonly program: CompiledModule;
  readonly room: Room;
  readonly reports: readonly VariableReport[];
}

export interface Builds {
  readonly status: () => BuildStatus;
  readonly problems: () => readonly Problem[];
  readonly compiled: () => CompiledModule | null;
  /** What runs now. */
  readonly current: () => Build | null;
  /** `patient`: a call that is under way may end before its app is replaced. */
  build(options: { patient: boolean }): Promise<void>;
  stop(): void;
}

export function createBuilds(programs: Programs, host: BuildsHost): Builds {
  const [status, setStatus] = createSignal<BuildStatus>({ kind: "compiling" });
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [compiled, setCompiled] = createSignal<CompiledModule | null>(null);
  const [current, setCurrent] = createSignal<Build | null>(null);
  let generation = 0;
  let loadings: readonly Loading[] = [];

  function abandon(): void {
    for (const loading of loadings) loading.abandon();
    loadings = [];
  }

  function failWith(found: readonly Problem[]): void {
    setProblems(found);
    setStatus({ kind: "failed" });
  }

  async function build({ patient }: { patient: boolean }): Promise<void> {
    const mine = ++generation;
    const stale = () => mine !== generation;
    abandon();
    if (status().kind !== "ready") setStatus({ kind: "compiling" });
    const result = await programs.compile(host.source());
    if (stale()) return;
    if (!result.ok) return failWith(result.error.map(fromDiagnostic));
    const program = result.value;
    setCompiled(program);
    setProblems(program.warnings.map(fromDiagnostic));

    const room = await host.roomFor(program);
    if (stale()) return;
    setStatus({ kind: "loading", slow: false });
    const slow = setTimeout(() => {
      if (!stale()) setStatus({ kind: "loading", slow: true });
    }, slowLoadMs);
    const users = host.users();
    loadings = users.map((user) => host.load(user, { program, room }));
    const mineLoading = loadings;
    try {
      const loaded = await Promise.all(mineLoading.map((loading) => loading.done));
      if (patient) await Promise.all(users.map((user) => user.idle()));
      if (stale()) return;
      loadings = [];
      for (const [i, user] of users.entries()) {
        const next = loaded[i];
        if (next && host.users().includes(user)) user.attach(next.loaded);
        else next?.loaded.link.end();
      }
      const next = { program, room, reports: loaded[0]?.reports ?? [] };
      setCurrent(next);
      setStatus({ kind: "ready" });
      host.built(next);
    } catch (error) {
      for (const loading of mineLoading) loading.abandon();
      if (!stale()) failWith([...program.warnings.map(fromDiagnostic), problemOf(error)]);
    } finally {
      clearTimeout(slow);
    }
  }

  return {
    status,
    problems,
    compiled,
    current,
    build,
    stop: abandon,
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof LoadFailure) return error.problem;
  const message =
    error instanceof WorkerEndedError && error.reason === "ended"
      ? "Stopped before the module had finished loading. Does a loop at the top level of the code never end?"
      : error instanceof Error
        ? error.message
        : String(error);
  return { stage: "load", severity: "error", code: "load", message, range: null };
}
