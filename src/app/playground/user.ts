// One of the users side by side: the values on a card, and what a press does with them: validate, queue, call, commit,
// show; and what Stop does to whatever is under way.

import { batch, createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import type { OutputData } from "../../protocol/runtime.ts";
import type { UncheckedOutcome } from "../../sandbox/unchecked.ts";
import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import { checkInput } from "../../spec/component-value.ts";
import type { EventName } from "../../spec/event-name.ts";
import { isKept } from "../../spec/kept-kind.ts";
import type { Session } from "../../state/session.ts";
import type { AppError, CallStatus, LastCall, User } from "../model.ts";
import { mergeOutputs } from "./committer.ts";
import { toCallEnd } from "./call-end.ts";
import { idleEndError, messageOf, stoppedLoad } from "./call-errors.ts";
import { checkOutputs } from "./check-outputs.ts";
import { browserKeys, grantOf, isGenerator, isSimple } from "./event-facts.ts";
import { createFieldValues } from "./field-values.ts";
import { createFrameGate } from "./frame-gate.ts";
import type { Loading } from "./load-module.ts";
import { createPulse, type Pulse, realClock } from "./pulse.ts";
import { type CallOptions, type CallResult, runCall } from "./run-call.ts";
import { showOutputs } from "./show-outputs.ts";
import { stopRun } from "./stop-run.ts";
import { createUserWorker, type Loaded } from "./user-worker.ts";

export interface UserHost {
  /** Loads the program that runs now in a fresh worker. Throws if none has run yet. */
  load(user: { readonly number: number }, session: Session): Loading;
  /** The call's outcome, for the list of problems. */
  ended(user: LiveUser, result: CallResult, loaded: Loaded): void;
  closable(): boolean;
  close(user: LiveUser): void;
  say(user: LiveUser, text: string): void;
}

export interface LiveUser extends User {
  readonly session: () => Session;
  /** Slots of the session that the app's State lives in. */
  readonly states: () => readonly string[];
  /** Puts a newly loaded module in the place of the old one. */
  attach(next: Loaded): void;
  /** Loads what runs now, for a user who came later. Says on the card if that fails. */
  start(): Promise<void>;
  readonly calling: () => boolean;
  /** Settles when the call that is under way has ended. */
  idle(): Promise<void>;
  dispose(): void;
}

/** A press that is being carried out. */
interface Run {
  readonly id: string;
  readonly event: EventSpec;
  readonly index: number;
  /** As they were when it was pressed, in the order of the event's inputs. */
  readonly inputs: readonly unknown[];
  readonly loaded: Loaded;
  readonly abort: AbortController;
  readonly sinceMs: number;
  done: Promise<void>;
  phase: "queued" | "running" | "answered";
  /** Of its worker, from when it runs. */
  pulse: Pulse | null;
  /** The user was refreshed or closed meanwhile: what it still shows is nobody's. */
  left: boolean;
}

export function createUser(number: number, host: UserHost): LiveUser {
  const fields = createFieldValues();
  const [status, setStatus] = createSignal<CallStatus | null>(null);
  const [error, setError] = createSignal<AppError | null>(null);
  const [last, setLast] = createSignal<LastCall | null>(null);
  const [run, setRun] = createSignal<Run | null>(null);
  const worker = createUserWorker({
    load: (session) => host.load({ number }, session),
    onAttach(next) {
      const old = worker.loaded()?.program;
      if (old !== next.program) setError(null);
      const sameCode = old?.runs === next.program.runs;
      if (old && !sameCode) setLast(null);
      fields.adopt(next.app, { sameCode });
      watch(next);
    },
  });
  let started = Promise.resolve();
  const app = () => worker.loaded()?.app ?? shownApp();
  // While a refreshed user's worker starts, the card keeps its form.
  const [shownApp, setShownApp] = createSignal<AppSpec | null>(null);

  function trigger(component: number, name: EventName): void {
    for (const [index, event] of (app()?.events ?? []).entries()) {
      if (!isTriggeredBy(event, component, name)) continue;
      if (event.action.kind === "stop") user.stop();
      else void press(index, event);
    }
  }

  async function press(index: number, event: EventSpec): Promise<void> {
    if (run()) return;
    const session = worker.session();
    // What is pressed while a worker starts is for it to do.
    while (worker.starting()) await started;
    // A worker that died while it had nothing to do is started again by the next press, not at once and for ever.
    if (worker.loaded()?.link.over) await user.start();
    const loaded = worker.loaded();
    if (!loaded || loaded.link.over || run() || worker.session() !== session) return;
    // Nobody pressed anything of another app that came meanwhile.
    if (JSON.stringify(loaded.app.events[index]) !== JSON.stringify(event)) return;
    const inputs = event.inputs.map((input) => fields.value(input));
    if (event.action.kind === "call" && !areValid(event, inputs)) return;
    const mine: Run = {
      id: randomId(),
      event,
      index,
      inputs,
      loaded,
      abort: new AbortController(),
      sinceMs: Date.now(),
      done: Promise.resolve(),
      phase: "queued",
      pulse: null,
      left: false,
    };
    batch(() => {
      setRun(mine);
      setError(null);
    });
    mine.done = perform(mine);
  }

  function areValid(event: EventSpec, inputs: readonly unknown[]): boolean {
    const messages = event.inputs.map((id, i) => {
      const component = fields.component(id);
      return component && !isKept(component.kind) ? checkInput(component, inputs[i]) : null;
    });
    batch(() => event.inputs.forEach((id, i) => fields.setError(id, messages[i] ?? null)));
    return messages.every((message) => message === null);
  }

  async function perform(mine: Run): Promise<void> {
    const { event, loaded } = mine;
    const states = event.outputs.filter((output) => loaded.app.components[output]?.kind === "state");
    const clears = event.action.kind === "clear";
    if (clears) fields.reset(event.outputs.flatMap((output) => loaded.app.components[output] ?? []));
    const result: CallResult =
      clears && states.length === 0 ? { kind: "stopped" } : await call(mine, clears ? states : null);
    batch(() => {
      if (run() === mine) {
        setRun(null);
        setStatus(null);
      }
      if (!mine.left) settle(mine, result);
    });
    // Whatever ended the worker under the call, the next press finds a new one.
    if (!mine.left && worker.loaded() === loaded && loaded.link.over) await user.start();
  }

  /** `states`: the State components to give their initial values, for Clear; null: calls the function. */
  async function call(mine: Run, states: readonly number[] | null): Promise<CallResult> {
    const { id, event, loaded, sinceMs } = mine;
    const show = createFrameGate((step: readonly OutputData[]) => {
      if (!mine.left) showOutputs(fields, event.outputs, step);
    }, mergeOutputs);
    let yields = 0;
    const say = createFrameGate(
      (now: Partial<CallStatus & { kind: "running" }>) =>
        setStatus((old) => (old?.kind === "running" ? { ...old, ...now, kind: "running" } : old)),
      (first, second) => ({ ...first, ...second }),
    );
    const options: CallOptions = {
      id,
      fn: event.name,
      user: `User ${number}`,
      code: loaded.program.hash,
      room: loaded.room,
      session: loaded.session,
      link: loaded.link,
      grant: grantOf(event),
      limit: event.action.kind === "call" ? event.action.concurrencyLimit : null,
      simple: isSimple(event, loaded.app),
      keys: browserKeys(event, loaded.app),
      signal: mine.abort.signal,
      ask: (patches) => ask(mine, states, patches),
      onQueue(position, length, etaMs) {
        const whole = etaMs === null ? null : Date.now() - sinceMs + etaMs;
        setStatus({ kind: "queued", fn: event.name, position, length, etaMs: whole, sinceMs });
      },
      onStart() {
        mine.phase = "running";
        mine.pulse = createPulse(loaded.link.worker, realClock);
        setStatus({ kind: "running", fn: event.name, sinceMs, yields, progress: [] });
      },
      onAnswer: () => void (mine.phase = "answered"),
      onYield: () => say.push({ yields: ++yields }),
      check: (outputs) => checkOutputs(outputs, event, fields.component),
      onProgress: (progress) => say.push({ progress }),
      show: show.push,
    };
    const result = await runCall(options);
    mine.pulse?.end();
    say.flush();
    show.flush();
    return result;
  }

  function ask(
    { id, event, index, inputs, loaded }: Run,
    states: readonly number[] | null,
    patches: Parameters<CallOptions["ask"]>[0],
  ): Promise<UncheckedOutcome> {
    const { worker: thread } = loaded.link;
    const { room, session } = patches;
    if (states) return thread.freshState({ id, components: states, room, session });
    const changed = fields.changed([...event.inputs, ...event.outputs]);
    return thread.call({ id, event: index, inputs, changed, grant: grantOf(event), ...patches });
  }

  function settle(mine: Run, result: CallResult): void {
    const { error, last } = toCallEnd(mine, mine.loaded, result);
    if (error) setError(error);
    if (last !== undefined) setLast(last);
    host.ended(user, result, mine.loaded);
  }

  /** Says when a worker dies that has nothing to do, and replaces one whose variables another tab took away. */
  function watch(attached: Loaded): void {
    const { room, link, slots } = attached;
    const unsubscribe = room.subscribe(({ entry }) => {
      if (entry && !entry.ops.some(([kind]) => kind === "unslot")) return;
      const known = room.replica.slots();
      if (!slots.every((key) => known.has(key))) void replace(attached);
    });
    void link.worker.ended.then((reason) => {
      unsubscribe();
      if (reason !== "ended" && worker.loaded() === attached && !run()) setError(idleEndError(reason));
    });
  }

  async function replace(attached: Loaded): Promise<void> {
    await run()?.done;
    if (worker.loaded() === attached && !attached.link.over) await user.start();
  }

  /** Not one that is not slow: the second click of two on Stop would end the worker that the first one asked for. */
  function stopSlowLoad(): void {
    if (!worker.slow()) return;
    worker.stop();
    setError(stoppedLoad);
  }

  function leave(): void {
    const left = run();
    if (!left) return;
    left.left = true;
    left.abort.abort();
    batch(() => {
      setRun(null);
      setStatus(null);
    });
  }

  const user: LiveUser = {
    id: randomId(),
    number,
    app,
    component: fields.component,
    value: fields.value,
    setValue: fields.set,
    change: fields.change,
    fieldError: fields.error,
    error,
    call: status,
    last,
    busy: () => run() !== null || worker.starting(),
    slow: worker.slow,
    shown(component) {
      const event = run()?.event;
      if (event?.whileRunning.hide.includes(component)) return false;
      if (event?.whileRunning.show.includes(component)) return true;
      return fields.component(component)?.visible === true;
    },
    trigger,
    listens: (component, name) => app()?.events.some((event) => isTriggeredBy(event, component, name)) ?? false,
    stop() {
      const stopped = run();
      if (!stopped) return stopSlowLoad();
      if (stopped.phase === "answered") return;
      if (stopped.phase === "queued") return stopped.abort.abort();
      setStatus((old) => (old ? { kind: "stopping", fn: old.fn, sinceMs: old.sinceMs } : old));
      const { pulse, id, event, loaded } = stopped;
      const end = (): void => {
        if (run() !== stopped || stopped.phase === "answered" || loaded.link.over) return;
        host.say(user, `${event.name} was stopped. What is loaded once loads again.`);
        loaded.link.worker.end("ended");
      };
      if (pulse) stopRun({ id, worker: loaded.link.worker, pulse, generator: isGenerator(event), end }, realClock);
    },
    refresh() {
      leave();
      const spec = app();
      batch(() => {
        setShownApp(spec);
        worker.renew();
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
    start() {
      started = worker.start().catch((failure: unknown) => {
        setError({ title: "The app could not start", message: messageOf(failure), range: null });
      });
      return started;
    },
    calling: () => run() !== null,
    idle: async () => {
      await run()?.done;
    },
    dispose() {
      leave();
      worker.dispose();
    },
  };
  return user;
}

function isTriggeredBy({ triggers }: EventSpec, component: number, name: EventName): boolean {
  return triggers.some((each) => each.kind === "component" && each.component === component && each.event === name);
}
