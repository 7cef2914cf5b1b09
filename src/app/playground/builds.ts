// Builds: compile, open the room, load the module for every user, then put the new app in the place of the old. The newest
// wins: a build that is overtaken throws its workers away and changes nothing.

import { batch, createSignal } from "solid-js";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { PackageCode } from "../../protocol/package-code.ts";
import type { VariableReport } from "../../protocol/runtime.ts";
import type { Room } from "../../state/room.ts";
import type { BuildStatus, Problem } from "../model.ts";
import { messageOf } from "./call-errors.ts";
import { LoadFailure, type Loading } from "./load-module.ts";
import { fromDiagnostic } from "./problems.ts";
import type { Programs } from "./programs.ts";
import type { Loaded } from "./user-worker.ts";
import type { LiveUser } from "./user.ts";

/** So often a load is given up for what was called meanwhile; before it is done again, the calls are held up. */
const maxTimesBehind = 2;

/** A module that takes longer than this to load is said to, with a way to stop it. */
const slowLoadMs = 2500;

/** Some of the packages that a program imports cannot be had. */
export class PackagesMissing extends Error {
  override readonly name = "PackagesMissing";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("\n"));
    this.problems = problems;
  }
}

export interface BuildsHost {
  source(): string;
  users(): readonly LiveUser[];
  /** The hosts that a program may reach; waits for somebody to decide. */
  network(program: CompiledModule, room: Room): Promise<readonly string[]>;
  /**
   * The code of the packages that a program imports. Rejects with a PackagesMissing, or with the signal's reason. `onFetch`
   * is told which ones are waited for.
   */
  packages(
    program: CompiledModule,
    room: Room,
    options: { readonly signal: AbortSignal; onFetch(specifier: string): void },
  ): Promise<PackageCode>;
  openRoom(program: CompiledModule): Promise<Room>;
  /** Whether calls were committed that a room that `openRoom` gave lacks: it is to be opened again. */
  isBehind(room: Room): boolean;
  /** Keeps calls from changing the room that is copied, unless one has it for long. Resolves with what lets them go on. */
  holdStill(): Promise<() => void>;
  /** A room that `openRoom` gave is not needed. */
  releaseRoom(room: Room): void;
  load(user: LiveUser, build: Omit<Build, "reports">): Loading;
  /** The new app takes the place of the old, now. */
  onBuilt(build: Build): void;
}

export interface Build {
  readonly program: CompiledModule;
  readonly room: Room;
  /** Hosts that it may reach. */
  readonly network: readonly string[];
  readonly packages: PackageCode;
  readonly reports: readonly VariableReport[];
}

export interface Builds {
  readonly status: () => BuildStatus;
  readonly problems: () => readonly Problem[];
  readonly compiled: () => CompiledModule | null;
  /** What runs now. */
  readonly current: () => Build | null;
  /** `patient`: calls that are under way may end before their app is replaced. Never rejects. */
  build(options: { patient: boolean }): Promise<void>;
  /** Ends a load that does not end by itself. */
  stop(): void;
  /** Another document is opened: what runs now is of the one before. */
  forget(): void;
}

export function createBuilds(programs: Programs, host: BuildsHost): Builds {
  const [status, setStatus] = createSignal<BuildStatus>({ kind: "compiling" });
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [compiled, setCompiled] = createSignal<CompiledModule | null>(null);
  const [current, setCurrent] = createSignal<Build | null>(null);
  let generation = 0;
  let loadings: ReadonlyMap<LiveUser, Loading> = new Map();
  let fetching = new AbortController();

  /** Whatever is under way is overtaken. */
  function overtake(): number {
    for (const loading of loadings.values()) loading.abandon();
    loadings = new Map();
    fetching.abort();
    fetching = new AbortController();
    return ++generation;
  }

  function failWith(found: readonly Problem[]): void {
    batch(() => {
      setProblems(found);
      setStatus({ kind: "failed" });
    });
  }

  async function build({ patient }: { patient: boolean }): Promise<void> {
    const mine = overtake();
    const stale = () => mine !== generation;
    if (status().kind !== "ready") setStatus({ kind: "compiling" });
    try {
      const result = await programs.compile(host.source());
      if (stale()) return;
      if (!result.ok) return failWith(result.error.map(fromDiagnostic));
      setCompiled(result.value);
      setProblems(result.value.warnings.map(fromDiagnostic));
      await load(result.value, patient, stale);
    } catch (error) {
      if (stale()) return;
      overtake();
      failWith([...problems(), ...problemsOf(error)]);
    }
  }

  /** Until no user has a call under way, all at once. */
  async function untilIdle(stale: () => boolean): Promise<void> {
    while (!stale() && host.users().some((user) => user.calling())) {
      setStatus({ kind: "waiting" });
      await Promise.all(host.users().map((user) => user.idle()));
    }
  }

  /**
   * Loads again if somebody pressed meanwhile, on the app that is to be replaced, in the room that is copied. An app that
   * changes it all the time, such as one with a quick Timer, is held up in the end.
   */
  async function load(program: CompiledModule, patient: boolean, stale: () => boolean): Promise<void> {
    for (let times = 0; times < maxTimesBehind; times++) {
      if (stale() || (await loadOnce(program, { patient, stale }))) return;
    }
    if (patient) await untilIdle(stale);
    if (stale()) return;
    const goOn = await host.holdStill();
    try {
      // Calls that are held up would never be waited for long enough.
      await loadOnce(program, { patient: false, stale, isLast: true });
    } finally {
      goOn();
    }
  }

  /** false: nothing was replaced. `isLast`: it is, whatever was called meanwhile. */
  async function loadOnce(
    program: CompiledModule,
    { patient, stale, isLast = false }: { patient: boolean; stale: () => boolean; isLast?: boolean },
  ): Promise<boolean> {
    const room = await host.openRoom(program);
    let entered = false;
    let slow: ReturnType<typeof setTimeout> | undefined;
    try {
      if (stale()) return false;
      if (program.network.length > 0) setStatus({ kind: "asking" });
      const network = await host.network(program, room);
      if (stale()) return false;
      const loading = (status: { readonly slow: boolean; readonly waitsFor?: readonly string[] }) => {
        if (!stale()) setStatus({ kind: "loading", waitsFor: [], ...status });
      };
      loading({ slow: false });
      const packages = await getPackages(program, room, loading);
      if (stale()) return false;
      loading({ slow: false });
      slow = setTimeout(() => loading({ slow: true }), slowLoadMs);
      loadings = new Map(host.users().map((user) => [user, host.load(user, { program, room, network, packages })]));
      const loads = await Promise.all(
        Array.from(loadings, async ([user, loading]) => ({ user, ...(await loading.done) })),
      );
      clearTimeout(slow);
      loading({ slow: false });
      if (patient) await untilIdle(stale);
      if (stale()) return false;
      if (!isLast && host.isBehind(room)) {
        for (const loading of loadings.values()) loading.abandon();
        return false;
      }
      entered = true;
      // Theirs from here on.
      loadings = new Map();
      replace({ program, room, network, packages, reports: loads[0]?.reports ?? [] }, loads);
      return true;
    } finally {
      clearTimeout(slow);
      if (!entered) host.releaseRoom(room);
    }
  }

  async function getPackages(
    program: CompiledModule,
    room: Room,
    loading: (status: { readonly slow: boolean; readonly waitsFor: readonly string[] }) => void,
  ): Promise<PackageCode> {
    const waitsFor = new Set<string>();
    const slow = setTimeout(() => loading({ slow: true, waitsFor: [...waitsFor] }), slowLoadMs);
    try {
      const onFetch = (specifier: string): void => void waitsFor.add(specifier);
      return await host.packages(program, room, { signal: fetching.signal, onFetch });
    } finally {
      clearTimeout(slow);
    }
  }

  function replace(next: Build, loads: readonly { readonly user: LiveUser; readonly loaded: Loaded }[]): void {
    batch(() => {
      setCurrent(next);
      for (const { user, loaded } of loads) user.attach(loaded);
      host.onBuilt(next);
      setStatus({ kind: "ready" });
      // Those who came, or began a new session, meanwhile.
      const served = new Set(loads.flatMap(({ user, loaded }) => (loaded.session === user.session() ? [user] : [])));
      for (const user of host.users()) if (!served.has(user)) void user.start();
    });
  }

  return {
    status,
    problems,
    compiled,
    current,
    build,
    stop() {
      const now = status();
      if (now.kind !== "loading") return;
      overtake();
      const message =
        now.waitsFor.length > 0
          ? `Stopped before ${now.waitsFor.join(", ")} had come. Press Run to ask again.`
          : "Stopped before the module had finished loading. Does a loop at the top level of the code never end?";
      failWith([...problems(), { stage: "load", severity: "error", code: "stopped", message, range: null }]);
    },
    forget() {
      overtake();
      batch(() => {
        setCurrent(null);
        setStatus({ kind: "compiling" });
      });
    },
  };
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof LoadFailure) return [error.problem];
  if (error instanceof PackagesMissing) return error.problems;
  return [{ stage: "load", severity: "error", code: "load", message: messageOf(error), range: null }];
}
