// Carries out one run: waits for its turns, gets a worker, checks, calls, shows. What follows from it is the dispatcher's.

import type { OutputData } from "../../protocol/runtime.ts";
import type { UncheckedOutcome } from "../../sandbox/unchecked.ts";
import { callsAtOnce } from "../../spec/concurrency-limit.ts";
import { parseRendered } from "../../spec/parse-rendered.ts";
import type { RenderedSpec } from "../../spec/rendered-spec.ts";
import type { CallStatus } from "../model.ts";
import { checkOutputs } from "./check-outputs.ts";
import { mergeOutputs } from "./committer.ts";
import { browserKeys, grantOf, isSimple, limitOverTabs, runsAlone, statesOf, usesState } from "./event-facts.ts";
import type { FieldValues } from "./field-values.ts";
import { createFrameGate } from "./frame-gate.ts";
import { createPulse, realClock } from "./pulse.ts";
import { type CallOptions, type CallResult, runCall } from "./run-call.ts";
import type { Run } from "./run.ts";
import type { Turns } from "./turns.ts";
import type { UserApp } from "./user-app.ts";
import type { PoolTurn, WorkerPool } from "./worker-pool.ts";

export interface RunHost {
  /** For the history. */
  readonly user: string;
  readonly fields: FieldValues;
  readonly app: UserApp;
  readonly turns: Turns;
  readonly pool: WorkerPool;
  say(run: Run, status: CallStatus): void;
  /** Outputs that are committed, at most once a frame, unless `showsEach` says that every step counts. */
  show(run: Run, outputs: readonly OutputData[]): void;
  readonly showsEach?: boolean;
  /** A step is committed; the last one, unless it was a yield. */
  onStep(run: Run): void;
  onRendered(run: Run, part: RenderedSpec): void;
}

/** What is wrong with inputs, by position. */
export class InvalidInputs extends Error {
  override readonly name = "InvalidInputs";
  readonly messages: readonly (string | null)[];
  constructor(messages: readonly (string | null)[]) {
    super("Some of the inputs are not valid.");
    this.messages = messages;
  }
}

/** Throws InvalidInputs if the event's validator says so. */
export async function performRun(run: Run, host: RunHost): Promise<CallResult> {
  const turns: (() => void)[] = [];
  try {
    const { event, abort, sinceMs } = run;
    const { signal } = abort;
    const onPlace = (position: number, length: number): void => {
      host.say(run, { kind: "queued", fn: event.name, position, length, etaMs: null, sinceMs });
    };
    const { action } = event;
    if (action.kind === "call" && action.validates) await validate(run, host);
    const limit = action.kind === "call" ? callsAtOnce(action.concurrencyLimit) : null;
    if (limit !== null) turns.push(await host.turns.enter(limitName(run), { limit, signal, onPlace }));
    if (usesState(event, host.fields.component)) {
      turns.push(await host.turns.enter("session", { limit: 1, signal, onPlace }));
    }
    const turn = await host.pool.enter(whereOf(run), { signal, onPlace });
    turns.push(turn.leave);
    return await callIn(run, turn, host);
  } catch (error) {
    if (error instanceof InvalidInputs) throw error;
    if (error instanceof ValidatorError) return error.result;
    if (run.abort.signal.aborted) return { kind: "stopped" };
    return { kind: "refused", error };
  } finally {
    for (const leave of turns.reverse()) leave();
  }
}

function limitName({ event, index }: Pick<Run, "event" | "index">): string {
  const id = event.action.kind === "call" ? event.action.concurrencyId : null;
  return id === null ? `event ${index} ${event.name}` : `limit ${id}`;
}

function whereOf({ event }: Run): Parameters<WorkerPool["enter"]>[0] {
  const { action } = event;
  if (action.kind !== "call") return "main";
  if (!runsAlone(event) && action.renders === null) return "beside";
  return action.anywhere ? "any" : "main";
}

async function validate(run: Run, host: RunHost): Promise<void> {
  const { id, index, event, inputs, abort } = run;
  const { leave, loaded } = await host.pool.enter(whereOf(run), { signal: abort.signal, onPlace: () => undefined });
  let outputs: readonly OutputData[] = [];
  try {
    const result = await runCall({
      ...commonOptions(run, { leave, loaded }, host),
      id: `${id} validator`,
      grant: "none",
      limit: null,
      simple: false,
      keys: [],
      onStart: () => undefined,
      onAnswer: () => undefined,
      check: () => undefined,
      show: (shown) => (outputs = shown),
      ask: ({ room, session }) =>
        loaded.link.worker.call({
          id: `${id} validator`,
          event: index,
          inputs,
          changed: host.fields.changed(event.inputs),
          validates: true,
          facts: { sessionHash: loaded.session.hash, target: run.trigger.target, data: run.trigger.data },
          next: host.app.next(),
          grant: "none",
          room,
          session,
          browser: [],
        }),
    });
    if (result.kind === "threw") {
      // Its error is one of this worker's.
      run.loaded = loaded;
      throw new ValidatorError(result);
    }
    if (result.kind !== "done") throw new Error("The validator was stopped.");
  } finally {
    leave();
  }
  const messages = event.inputs.map((_, i) => {
    const output = outputs[i];
    return output?.kind === "value" && typeof output.value === "string" ? output.value : null;
  });
  if (messages.some((message) => message !== null)) throw new InvalidInputs(messages);
}

class ValidatorError extends Error {
  readonly result: CallResult;
  constructor(result: CallResult) {
    super("The validator threw.");
    this.result = result;
  }
}

function commonOptions(
  run: Run,
  { loaded }: PoolTurn,
  host: RunHost,
): Omit<CallOptions, "id" | "grant" | "limit" | "simple" | "keys" | "ask" | "onStart" | "onAnswer" | "check" | "show"> {
  const { event, sinceMs, abort } = run;
  return {
    fn: event.name,
    user: host.user,
    code: loaded.program.hash,
    room: loaded.room,
    session: loaded.session,
    link: loaded.link,
    limitName: limitName(run),
    signal: abort.signal,
    onQueue(position, length, etaMs) {
      const whole = etaMs === null ? null : Date.now() - sinceMs + etaMs;
      host.say(run, { kind: "queued", fn: event.name, position, length, etaMs: whole, sinceMs });
    },
    onYield: () => undefined,
    onProgress: () => undefined,
  };
}

async function callIn(run: Run, turn: PoolTurn, host: RunHost): Promise<CallResult> {
  const { id, event, sinceMs } = run;
  const { loaded } = turn;
  const { fields } = host;
  run.loaded = loaded;
  const showNow = (step: readonly OutputData[]): void => {
    if (!run.left) host.show(run, step);
  };
  const show = host.showsEach ? { push: showNow, flush: () => undefined } : createFrameGate(showNow, mergeOutputs);
  let yields = 0;
  const say = createFrameGate(
    (now: Partial<CallStatus & { kind: "running" }>) => {
      if (run.status?.kind === "running") host.say(run, { ...run.status, ...now, kind: "running" });
    },
    (first, second) => ({ ...first, ...second }),
  );
  let rendered: RenderedSpec | null = null;
  const result = await runCall({
    ...commonOptions(run, turn, host),
    id,
    grant: grantOf(event),
    limit: limitOverTabs(event),
    simple: isSimple(event, fields.component),
    keys: browserKeys(event, fields.component),
    ask: async (patches) => {
      const outcome = await ask(run, turn, host, patches);
      if (outcome.kind === "returned") rendered = renderedOf(run, outcome.step.rendered, host);
      return outcome;
    },
    onStart() {
      run.phase = "running";
      // Once: each step of gr.atomic starts too.
      run.pulse ??= createPulse(loaded.link.worker, realClock);
      host.say(run, { kind: "running", fn: event.name, sinceMs, yields, progress: [] });
    },
    onAnswer: () => void (run.phase = "answered"),
    onYield: () => say.push({ yields: ++yields }),
    onProgress: (progress) => say.push({ progress }),
    check: (outputs) => checkOutputs(outputs, event, fields.component),
    show(outputs) {
      if (rendered && !run.left) host.onRendered(run, rendered);
      rendered = null;
      show.push(outputs);
      if (!run.left) host.onStep(run);
    },
  });
  run.pulse?.end();
  say.flush();
  show.flush();
  return result;
}

function renderedOf(run: Run, value: unknown, { app }: RunHost): RenderedSpec | null {
  const { action } = run.event;
  if (action.kind !== "call" || action.renders === null) return null;
  const parsed = parseRendered(value, action.renders, app.next());
  if (!parsed.ok) throw new Error(`The sandbox rendered what is no part of an app: ${parsed.error}`);
  return parsed.value;
}

function ask(
  { id, event, index, inputs, trigger, kept }: Run,
  { loaded }: PoolTurn,
  { fields, app }: RunHost,
  patches: Parameters<CallOptions["ask"]>[0],
): Promise<UncheckedOutcome> {
  const { worker } = loaded.link;
  const { room, session } = patches;
  if (event.action.kind === "clear") {
    const components = statesOf(event, fields.component);
    return worker.freshState({ id, components, deletes: false, grant: "none", room, session });
  }
  return worker.call({
    id,
    event: index,
    inputs,
    changed: fields.changed([...event.inputs, ...event.outputs]),
    validates: false,
    facts: {
      sessionHash: loaded.session.hash,
      target: trigger.target,
      data: trigger.data,
      ...(kept ? { kept } : {}),
    },
    next: app.next(),
    grant: grantOf(event),
    ...patches,
  });
}
