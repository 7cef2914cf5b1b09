// The worker of one user: which module is loaded in it, for which session, and the one load that may be under way. Whoever
// asks last wins; what is overtaken is ended, so no worker is ever left without an owner.

import { batch, createSignal } from "solid-js";
import { deepEqual } from "../../base/deep-equal.ts";
import { randomId } from "../../base/random-id.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { AppSpec } from "../../spec/app-spec.ts";
import type { Room } from "../../state/room.ts";
import { createSession, type Session } from "../../state/session.ts";
import type { Loading } from "./load-module.ts";
import type { WorkerLink } from "./worker-link.ts";

/** A load that takes longer can be stopped, as a build can. */
const slowLoadMs = 2500;

/** A module that has been loaded in a worker, for a session. */
export interface Loaded {
  readonly program: CompiledModule;
  readonly app: AppSpec;
  readonly room: Room;
  /** Hosts that it may reach. */
  readonly network: readonly string[];
  readonly session: Session;
  readonly link: WorkerLink;
  /** Slots of the room that the module's variables live in. */
  readonly slots: readonly string[];
  /** Slots of the session that the app's State lives in. */
  readonly states: readonly string[];
}

/** Whether they differ in nothing but the worker. */
export function isSameRun(one: Loaded, other: Loaded): boolean {
  const isSame = (field: "program" | "room" | "session") => one[field] === other[field];
  return isSame("program") && isSame("room") && isSame("session") && deepEqual(one.network, other.network);
}

export interface UserWorker {
  readonly loaded: () => Loaded | null;
  readonly session: () => Session;
  /** Whether a load of this user's own is under way. */
  readonly starting: () => boolean;
  /** Settles when the load that is under way has ended, whoever began it and whatever became of it. */
  started(): Promise<void>;
  /** Whether that load takes so long that the person may want to end it. */
  readonly slow: () => boolean;
  /**
   * What can be called: where its worker was ended under the call before, in the one that takes its place. null: nothing
   * has been loaded. Rejects if it does not load again.
   */
  living(): Promise<Loaded | null>;
  /** Loads what runs now in a fresh worker. Rejects if that fails; settles without effect if it is overtaken. */
  start(): Promise<void>;
  /** Takes over a module that was loaded for this user's session; one for another session is ended. */
  attach(next: Loaded): void;
  /** Ends the load that is under way. */
  stop(): void;
  /** Starts a new session, without a worker. `left`: what the old worker still has to do. */
  renew(left?: Promise<unknown>): void;
  dispose(left?: Promise<unknown>): void;
}

export function createUserWorker(options: {
  load(session: Session): Loading;
  onAttach(next: Loaded): void;
  /** The session to begin with; without one, a new one. */
  readonly session?: Session | undefined;
}): UserWorker {
  const [session, setSession] = createSignal(options.session ?? newSession());
  const [loaded, setLoaded] = createSignal<Loaded | null>(null);
  const [loading, setLoading] = createSignal<Loading | null>(null);
  const [slow, setSlow] = createSignal(false);
  let slowness: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;
  let started = Promise.resolve();

  function setOut(mine: Loading | null): void {
    clearTimeout(slowness);
    setSlow(false);
    setLoading(mine);
    if (mine) slowness = setTimeout(() => setSlow(true), slowLoadMs);
  }

  function abandon(): void {
    loading()?.abandon();
    setOut(null);
  }

  function attach(next: Loaded): void {
    if (disposed || next.session !== session()) return next.link.end();
    const old = loaded();
    abandon();
    batch(() => {
      options.onAttach(next);
      setLoaded(next);
    });
    old?.link.end();
  }

  function endAfter(left: Promise<unknown>): void {
    const old = loaded();
    void left.finally(() => old?.link.end());
  }

  const isLost = () => !disposed && loaded()?.link.over === true;

  async function load(): Promise<void> {
    abandon();
    const mine = options.load(session());
    setOut(mine);
    try {
      const { loaded: next } = await mine.done;
      if (loading() !== mine) return;
      // It is done, so that there is nothing to abandon.
      setOut(null);
      attach(next);
    } catch (error) {
      if (loading() !== mine) return;
      abandon();
      throw error;
    }
  }

  function start(): Promise<void> {
    started = load();
    return started;
  }

  return {
    loaded,
    session,
    starting: () => loading() !== null,
    started: () => started.catch(() => undefined),
    slow,
    start,
    async living() {
      // Another may overtake the one that is waited for; and code may end each of its workers as soon as it runs.
      for (let times = 0; times < 3 && isLost(); times++) await (loading() ? started : start());
      return loaded();
    },
    attach,
    stop: abandon,
    renew(left = Promise.resolve()) {
      abandon();
      endAfter(left);
      batch(() => {
        setSession(newSession());
        setLoaded(null);
      });
    },
    dispose(left = Promise.resolve()) {
      disposed = true;
      abandon();
      endAfter(left);
    },
  };
}

/** Names that a session begins with some code: an app is opened once for each. */
export function nameOfOpening({ session, program }: Loaded): string {
  return `${session.hash} ${program.runs}`;
}

function newSession(): Session {
  return createSession({ hash: randomId() });
}
