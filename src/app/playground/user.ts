// One of the users side by side: the parts of a user put together, and what the card says of them.

import { batch, createEffect, createRoot, createSignal } from "solid-js";
import { deepEqual } from "../../base/deep-equal.ts";
import { randomId } from "../../base/random-id.ts";
import type { ExampleCache } from "../../drafts/example-cache.ts";
import type { FlaggedCall } from "../../drafts/flag-log.ts";
import type { AppSpec } from "../../spec/app-spec.ts";
import type { EventName } from "../../spec/event-name.ts";
import type { Session } from "../../state/session.ts";
import type { AppError, CallStatus, LastCall, User } from "../model.ts";
import type { CarriedUser, HeldByUser } from "./carried-user.ts";
import { toCallEnd } from "./call-end.ts";
import { cycleError, didNotRun, idleEndError, messageOf, stoppedLoad } from "./call-errors.ts";
import { createDispatcher } from "./dispatcher.ts";
import { endRun } from "./end-run.ts";
import { createFieldValues } from "./field-values.ts";
import type { Loading } from "./load-module.ts";
import { performRun, type RunHost } from "./perform-run.ts";
import type { CallResult } from "./run-call.ts";
import { createArrival } from "./arrival.ts";
import { showAwaited } from "./awaited-calls.ts";
import { byItself, hasAborted, isSeen, latest, type Run } from "./run.ts";
import { createLocalRuns } from "./local-runs.ts";
import { createTimers, timerStates } from "./timers.ts";
import { createTurns } from "./turns.ts";
import { createUserApp } from "./user-app.ts";
import { createUserState, type UserStateHost } from "./user-state.ts";
import { createUserWorker, isSameRun, type Loaded, nameOfOpening } from "./user-worker.ts";
import { watchWorker } from "./worker-watch.ts";
import { createWorkerPool } from "./worker-pool.ts";

export interface UserHost extends UserStateHost {
  /** Loads the program that runs now in a fresh worker. Throws if none has run yet. */
  load(user: { readonly number: number }, session: Session): Loading;
  /** The call's outcome, for the list of problems. */
  ended(user: LiveUser, result: CallResult, loaded: Loaded): void;
  /** The session that a user begins with, if one came along with the code. */
  session(number: number): Session | undefined;
  closable(): boolean;
  close(user: LiveUser): void;
  say(user: LiveUser, text: string): void;
  /** Keeps what somebody flagged. */
  flag(call: Omit<FlaggedCall, "id" | "timeMs">): Promise<void>;
  readonly examples: ExampleCache;
}

export interface LiveUser extends User {
  readonly session: () => Session;
  /** Slots of the session that the app's State lives in. */
  readonly states: () => readonly string[];
  /** Puts a newly loaded module in the place of the old one. */
  attach(next: Loaded): void;
  /** Loads what runs now, for a user who came later. Says on the card if that fails. */
  start(): Promise<void>;
  /** Whether a call is under way that a person asked for. */
  readonly calling: () => boolean;
  /** Settles when those calls have ended. */
  idle(): Promise<void>;
  /** What lives in this page alone. */
  held(): HeldByUser;
  /** The page goes, and the user comes back in the next one: nobody is told that they leave. */
  stay(): void;
  dispose(): void;
}

/** `carried`: what they held in the page before this one. */
export function createUser(number: number, host: UserHost, carried: CarriedUser | null = null): LiveUser {
  const fields = createFieldValues();
  const userApp = createUserApp(fields, () => dispatcher.runs().map(({ index }) => index));
  const [error, setError] = createSignal<AppError | null>(null);
  const [last, setLast] = createSignal<LastCall | null>(null);
  const [status, setStatus] = createSignal<ReadonlyMap<Run, CallStatus>>(new Map());
  const worker = createUserWorker({
    load: (session) => host.load({ number }, session),
    onAttach,
    session: carried?.session ?? host.session(number),
  });
  const pool = createWorkerPool({ main: worker.living, load: () => host.load({ number }, worker.session()) });
  const arrival = createArrival(carried, fields);
  const turns = createTurns();
  const dispatcher = createDispatcher({
    fields,
    app: userApp,
    perform,
    onBegin: ({ trigger }) => {
      // What only follows from a call says nothing of that call's error.
      if (trigger.byPerson && trigger.cause === null) setError(null);
    },
    onEnd,
    stop,
    changedStates: () => state.changed(),
    onCycle(_, event, through) {
      setError(
        cycleError(
          event.name,
          through.map((id) => fields.component(id)?.label ?? ""),
        ),
      );
    },
  });
  const localRuns = createLocalRuns({
    fields,
    app: userApp,
    cache: host.examples,
    code: () => worker.loaded()?.program.runs ?? null,
    dispatcher: () => dispatcher,
    flag: host.flag,
    showLast: setLast,
  });
  const state = createUserState({ fields, app: userApp, dispatcher, turns, ...host, ...worker });
  const timers = createTimers((component) =>
    dispatcher.happened(component, "tick", { ...byItself, target: component }),
  );
  const app = () => worker.loaded()?.app ?? shownApp();
  // While a refreshed user's worker starts, the card keeps its form.
  const [shownApp, setShownApp] = createSignal<AppSpec | null>(null);
  /** The session and the code that were told that they are opened. */
  let opened = "";

  function onAttach(next: Loaded): void {
    const old = worker.loaded();
    if (old?.program !== next.program) setError(null);
    const sameCode = old?.program.runs === next.program.runs;
    if (old && !sameCode) setLast(null);
    // Those of the same code that wait for a worker have theirs now.
    if (!sameCode) leave();
    // What runs beside it goes on, unless it is of other code, another room or another session.
    if (!old || !isSameRun(old, next)) pool.clear();
    fields.adopt(next.app, { sameCode });
    userApp.adopt(next.app);
    const arrived = arrival.attach(next);
    if (arrived?.sameCode) opened = nameOfOpening(next);
    state.attach(next, arrived?.written);
    watch(next);
    // Not before it is in its place.
    queueMicrotask(() => open(next));
  }

  /** Once for each session and code. In a worker that only took the place of another, what is rendered is made anew. */
  function open(next: Loaded): void {
    if (worker.loaded() !== next) return;
    const name = nameOfOpening(next);
    const isOpened = opened === name;
    opened = name;
    if (!isOpened) void localRuns.opened();
    dispatcher.dispatch(
      userApp
        .all()
        .filter(({ event: { triggers, action } }) =>
          isOpened ? action.kind === "call" && action.renders !== null : triggers.some(({ kind }) => kind === "load"),
        ),
    );
  }

  async function perform(run: Run): Promise<CallResult> {
    const session = worker.session();
    const local = localRuns.perform(run);
    if (local) return local;
    const { event } = run;
    if (event.action.kind === "clear") {
      fields.reset(event.outputs.flatMap((output) => fields.component(output) ?? []));
      if (!event.outputs.some((id) => fields.component(id)?.kind === "state")) return { kind: "stopped" };
    }
    // What is pressed while a worker starts is for it to do.
    while (worker.starting() && !run.abort.signal.aborted) await Promise.race([worker.started(), hasAborted(run)]);
    // A worker that died while it had nothing to do is started again by the next press, not at once and for ever.
    if (worker.loaded()?.link.over) await user.start();
    const loaded = worker.loaded();
    if (!loaded || loaded.link.over || worker.session() !== session || run.abort.signal.aborted)
      return { kind: "stopped" };
    const options: RunHost = {
      user: `User ${number}`,
      fields,
      app: userApp,
      turns,
      pool,
      say(of, now) {
        of.status = now;
        setStatus(new Map(status()).set(of, now));
      },
      show: dispatcher.show,
      onStep: dispatcher.stepped,
      onRendered(_, part) {
        const fresh = userApp.place(part);
        arrival.rendered(part.components);
        state.refresh();
        dispatcher.dispatch(fresh.filter(({ event: { triggers } }) => triggers.some(({ kind }) => kind === "load")));
      },
    };
    return localRuns.keep(run, () => performRun(run, options));
  }

  function onEnd(run: Run, result: CallResult): void {
    const left = new Map(status());
    left.delete(run);
    setStatus(left);
    const { loaded } = run;
    if (!loaded) {
      if (result.kind === "refused") setError(didNotRun(run.event.name, result.error));
      return;
    }
    const end = toCallEnd(run, { ...loaded, component: fields.component }, result);
    if (end.error) setError(end.error);
    if (end.last !== undefined && run.event.showProgress !== "hidden") setLast(end.last);
    if (result.kind === "done") localRuns.remember(run.index, run.inputs);
    host.ended(user, result, loaded);
    // Whatever ended the worker under the call, the next press finds a new one.
    if (worker.loaded() === loaded && loaded.link.over && !worker.starting()) void user.start();
  }

  function stop(run: Run): void {
    endRun(run, {
      say: (of, now) => void setStatus(new Map(status()).set(of, now)),
      isUnderWay: (of) => dispatcher.runs().includes(of),
      onWorkerEnds({ loaded, event }) {
        if (loaded !== worker.loaded()) return;
        host.say(user, `${event.name} was stopped. What is loaded once loads again.`);
      },
    });
  }

  /** Says when a worker dies that has nothing to do, and replaces one whose variables another tab took away. */
  function watch(attached: Loaded): void {
    watchWorker(attached, {
      robbed: () => void replace(attached),
      died(reason) {
        const isBusy = dispatcher.runs().some((run) => run.loaded === attached);
        if (worker.loaded() === attached && !isBusy) setError(idleEndError(reason));
      },
    });
  }

  async function replace(attached: Loaded): Promise<void> {
    await Promise.all(dispatcher.runs().map(({ done }) => done));
    if (worker.loaded() !== attached || attached.link.over) return;
    // Those beside it lack the same variables.
    pool.clear();
    await user.start();
  }

  function leave(): void {
    dispatcher.leave();
    setStatus(new Map());
  }

  const disposeEffects = createRoot((dispose) => {
    createEffect(() => {
      const all = [...(worker.loaded()?.app.components ?? []), ...userApp.renderedComponents()];
      timers.set(timerStates(all, fields));
    });
    showAwaited(status, fields);
    return dispose;
  });

  const user: LiveUser = {
    id: randomId(),
    number,
    app,
    component: fields.component,
    rendered: userApp.rendered,
    value: fields.value,
    edit(component, value) {
      if (deepEqual(fields.value(component), value)) return;
      fields.set(component, value);
      user.trigger(component, "input");
      user.trigger(component, "change");
    },
    change: fields.change,
    fieldError: fields.error,
    error,
    call: () => latest(status(), ({ event }) => event.showProgress !== "hidden")?.[1] ?? null,
    awaited: fields.awaited,
    last,
    busy: () => worker.starting() || dispatcher.runs().some(isSeen),
    slow: worker.slow,
    shown(component) {
      const running = dispatcher.runs().map(({ event }) => event.whileRunning);
      if (running.some(({ hide }) => hide.includes(component))) return false;
      if (running.some(({ show }) => show.includes(component))) return true;
      return fields.component(component)?.visible === true;
    },
    trigger(component: number, name: EventName, data: unknown = null) {
      dispatcher.happened(component, name, { byPerson: true, target: component, data, cause: null });
    },
    listens: (component, name) => userApp.listening(component, name).length > 0,
    stop() {
      dispatcher.forget();
      // Not one that is not slow: the second click of two on Stop would end the worker that the first one asked for.
      if (worker.slow()) {
        worker.stop();
        setError(stoppedLoad);
      }
      for (const run of dispatcher.runs()) stop(run);
    },
    refresh() {
      const left = state.leave();
      leave();
      const spec = app();
      batch(() => {
        setShownApp(spec);
        worker.renew(left);
        pool.clear();
        setError(null);
        setLast(null);
        fields.renew();
      });
      void user.start();
    },
    close: () => (host.closable() ? () => host.close(user) : null),
    session: worker.session,
    states: () => worker.loaded()?.states ?? [],
    attach: worker.attach,
    start: () =>
      worker.start().catch((failure: unknown) => {
        setError({ title: "The app could not start", message: messageOf(failure), range: null });
      }),
    calling: () => dispatcher.runs().some(({ trigger }) => trigger.byPerson),
    idle: async () => {
      await Promise.all(dispatcher.runs().flatMap(({ done, trigger }) => (trigger.byPerson ? [done] : [])));
    },
    held: () => ({
      ...{ number, fields, session: worker.session(), loaded: worker.loaded() },
      ...{ rendered: userApp.renderedComponents(), written: state.written() },
    }),
    stay: state.stay,
    dispose() {
      const left = state.leave();
      leave();
      state.end();
      timers.end();
      disposeEffects();
      pool.clear();
      worker.dispose(left);
    },
  };
  return user;
}
