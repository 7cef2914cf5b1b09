// One of the users side by side: a session, a worker, and the values on its card. Decides what a press does: validate,
// queue, call, commit, show; and what Stop does to whatever is under way.

import { batch, createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { CallRequest, OutputData } from "../../protocol/runtime.ts";
import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import { checkInput } from "../../spec/component-value.ts";
import type { Room } from "../../state/room.ts";
import { createSession, type Session } from "../../state/session.ts";
import { createFieldValues } from "./field-values.ts";
import { createFrameGate } from "./frame-gate.ts";
import { mergeOutputs } from "./committer.ts";
import type { AppError, CallStatus, LastCall, User } from "../model.ts";
import { toAppError } from "./problems.ts";
import { type CallResult, runCall } from "./run-call.ts";
import type { WorkerLink } from "./worker-link.ts";

/** How long a call may take to end by itself after Stop, before its worker is replaced. */
const stopGraceMs = 100;
/** Before the first yield, a worker that does not answer for so long after Stop is in a loop that cannot end by itself. */
const stopProbeMs = 25;

/** A module that has been loaded in a worker for one user. */
export interface Loaded {
  readonly program: CompiledModule;
  readonly app: AppSpec;
  readonly room: Room;
  readonly link: WorkerLink;
}

export interface UserHost {
  /** Loads the program that runs now in a fresh worker: for a new user, and after a Stop or a crash. */
  load(user: LiveUser): Promise<Loaded>;
  /** The call's outcome, for the history of problems. */
  ended(user: LiveUser, result: CallResult, loaded: Loaded): void;
  closable(): boolean;
  close(user: LiveUser): void;
  say(user: LiveUser, text: string): void;
}

export interface LiveUser extends User {
  readonly session: () => Session;
  readonly loaded: () => Loaded | null;
  /** Puts a newly loaded module in the place of the old one. */
  attach(loaded: Loaded): void;
  /** Loads what runs now, for a user who came later or whose worker ended. */
  start(): Promise<void>;
  /** Settles when no call is under way. */
  idle(): Promise<void>;
  dispose(): void;
}

interface Running {
  readonly id: string;
  readonly event: EventSpec;
  readonly abort: AbortController;
  readonly done: Promise<void>;
  started: boolean;
  yielded: boolean;
}

export function createUser(number: number, host: UserHost): LiveUser {
  const fields = createFieldValues();
  const [session, setSession] = createSignal(createSession({ hash: randomId() }));
  const [loaded, setLoaded] = createSignal<Loaded | null>(null);
  const [call, setCall] = createSignal<CallStatus | null>(null);
  const [starting, setStarting] = createSignal(false);
  const [error, setError] = createSignal<AppError | null>(null);
  const [last, setLast] = createSignal<LastCall | null>(null);
  const [runningEvent, setRunningEvent] = createSignal<EventSpec | null>(null);
  let running: Running | null = null;

  const app = () => loaded()?.app ?? null;

  function trigger(component: number, name: EventSpec["triggers"][number]["event"]): void {
    for (const [index, event] of (app()?.events ?? []).entries()) {
      if (!event.triggers.some((each) => each.component === component && each.event === name)) continue;
      if (event.action.kind === "stop") void user.stop();
      else if (!running) start(index, event);
    }
  }

  function start(index: number, event: EventSpec): void {
    const now = loaded();
    if (!now || starting()) return;
    if (event.action.kind === "call" && !inputsAreValid(now.app, event)) return;
    const abort = new AbortController();
    const id = randomId();
    const done = perform(id, index, event, now, abort.signal).finally(() => {
      running = null;
      batch(() => {
        setRunningEvent(null);
        setCall(null);
      });
    });
    running = { id, event, abort, done, started: false, yielded: false };
    batch(() => {
      setRunningEvent(event);
      setError(null);
    });
  }

  function inputsAreValid(spec: AppSpec, event: EventSpec): boolean {
    let valid = true;
    batch(() => {
      for (const id of event.inputs) {
        const component = spec.components[id];
        if (!component || component.kind === "state") continue;
        const message = checkInput(component, fields.value(id));
        fields.setError(id, message);
        if (message !== null) valid = false;
      }
    });
    return valid;
  }

  async function perform(id: string, index: number, event: EventSpec, now: Loaded, signal: AbortSignal): Promise<void> {
    const since = Date.now();
    let yields = 0;
    const status = createFrameGate(
      (count: number) => setCall((old) => (old?.kind === "running" ? { ...old, yields: count } : old)),
      (_, count) => count,
    );
    const outputs = createFrameGate((step: readonly OutputData[]) => show(event, step), mergeOutputs);
    if (event.action.kind === "clear") {
      fields.reset(event.outputs.flatMap((output) => now.app.components[output] ?? []));
    }
    const states = event.outputs.filter((output) => now.app.components[output]?.kind === "state");
    if (event.action.kind === "clear" && states.length === 0) return;

    const result = await runCall({
      id,
      fn: event.name,
      user: `User ${number}`,
      code: now.program.hash,
      room: now.room,
      session: session(),
      link: now.link,
      writes: event.action.kind === "call" && event.action.writes,
      signal,
      ask: (patches) => {
        if (event.action.kind === "clear") {
          return now.link.worker.freshState({ id, components: states, session: patches.session });
        }
        const request: CallRequest = {
          id,
          event: index,
          inputs: event.inputs.map((input) => fields.value(input)),
          grant: event.action.kind === "call" && event.action.writes ? "write" : "none",
          ...patches,
        };
        return now.link.worker.call(request);
      },
      onQueue: (position, length) => setCall({ kind: "queued", fn: event.name, position, length, sinceMs: since }),
      onStart: () => {
        if (running) running.started = true;
        setCall({ kind: "running", fn: event.name, sinceMs: since, yields });
      },
      onYield: () => {
        if (running) running.yielded = true;
        status.push(++yields);
      },
      show: (step) => outputs.push(step),
    });
    status.flush();
    outputs.flush();
    settle(event, result, now);
  }

  function settle(event: EventSpec, result: CallResult, now: Loaded): void {
    batch(() => {
      switch (result.kind) {
        case "done":
          if (event.action.kind === "call") {
            setLast({ fn: event.name, durationMs: result.durationMs, version: result.version });
          }
          break;
        case "threw":
          setError(toAppError(event.name, result.error, now.program));
          break;
        case "ended":
          if (result.reason !== "ended") setError(endedError(event.name, result.reason));
          break;
        case "refused":
          setError({ title: `${event.name} was not saved`, message: messageOf(result.error), range: null });
          break;
        case "stopped":
          break;
      }
    });
    host.ended(user, result, now);
    if (result.kind === "ended" && loaded() === now) void startWorker();
  }

  async function startWorker(): Promise<void> {
    const before = loaded();
    setStarting(true);
    try {
      const next = await host.load(user);
      // A new build may have been quicker.
      if (loaded() === before) user.attach(next);
      else next.link.end();
    } catch (failure) {
      if (loaded() === before) setError({ title: "The app could not start", message: messageOf(failure), range: null });
    } finally {
      setStarting(false);
    }
  }

  function show(event: EventSpec, outputs: readonly OutputData[]): void {
    batch(() => {
      for (const [i, output] of outputs.entries()) {
        const id = event.outputs[i];
        if (id !== undefined && output.kind === "value") fields.set(id, output.value);
      }
    });
  }

  const user: LiveUser = {
    id: randomId(),
    number,
    app,
    value: fields.value,
    setValue: fields.set,
    fieldError: fields.error,
    error,
    call,
    last,
    busy: () => runningEvent() !== null || starting(),
    shown(component) {
      const event = runningEvent();
      if (event?.whileRunning.hide.includes(component)) return false;
      if (event?.whileRunning.show.includes(component)) return true;
      return app()?.components[component]?.visible ?? false;
    },
    trigger,
    stop() {
      const stopped = running;
      const now = loaded();
      if (!stopped || !now) return;
      if (!stopped.started) {
        stopped.abort.abort();
        return;
      }
      setCall((old) => (old ? { kind: "stopping", fn: old.fn, sinceMs: old.sinceMs } : old));
      const { worker } = now.link;
      let ended = false;
      const end = (): void => {
        if (running !== stopped || ended) return;
        ended = true;
        host.say(user, `${stopped.event.name} was stopped. What is loaded once loads again.`);
        worker.end("ended");
      };
      worker.stop(stopped.id);
      setTimeout(end, stopGraceMs);
      if (!stopped.yielded) void worker.responds(stopProbeMs).then((answered) => answered || end());
    },
    refresh() {
      running?.abort.abort();
      loaded()?.link.end();
      batch(() => {
        setSession(createSession({ hash: randomId() }));
        setError(null);
        setLast(null);
        const spec = app();
        if (spec) fields.reset(spec.components);
        setLoaded(null);
      });
      void startWorker();
    },
    close: () => (host.closable() ? () => host.close(user) : null),
    session,
    loaded,
    attach(next) {
      const old = loaded();
      batch(() => {
        fields.adopt(next.app);
        setLoaded(next);
        if (old?.program !== next.program) setError(null);
      });
      old?.link.end();
      watch(next);
    },
    start: startWorker,
    idle: async () => {
      await running?.done;
    },
    dispose() {
      running?.abort.abort();
      loaded()?.link.end();
    },
  };

  /** A worker may also die while it has nothing to do. */
  function watch(attached: Loaded): void {
    void attached.link.worker.ended.then((reason) => {
      if (reason !== "ended" && loaded() === attached && !running) void startWorker();
    });
  }

  return user;
}

function endedError(fn: string, reason: "crashed" | "misbehaved"): AppError {
  return reason === "crashed"
    ? {
        title: `${fn} ran out of memory or crashed`,
        message: "Its worker died and was started again. State keeps what was last committed.",
        range: null,
      }
    : {
        title: `${fn} was ended`,
        message: "It sent more, or other, messages than an app may. State keeps what was last committed.",
        range: null,
      };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
