// Decides what runs: which events a trigger means, what a trigger does to an event that runs already, what it cancels, and
// what follows from a run's end. In Gradio's order: success or failure first, then changes of State, then what always
// follows, and last the run that was put off.

import { batch, createSignal } from "solid-js";
import { deepEqual } from "../../base/deep-equal.ts";
import type { OutputData } from "../../protocol/runtime.ts";
import type { EventSpec } from "../../spec/app-spec.ts";
import { checkInput } from "../../spec/component-value.ts";
import type { EventName } from "../../spec/event-name.ts";
import { isKept } from "../../spec/kept-kind.ts";
import type { FieldValues } from "./field-values.ts";
import { InvalidInputs } from "./perform-run.ts";
import type { CallResult } from "./run-call.ts";
import { byItself, type Cause, createRun, cycleOf, type Run, type Trigger } from "./run.ts";
import { showOutputs } from "./show-outputs.ts";
import type { NumberedEvent, UserApp } from "./user-app.ts";

export interface Dispatcher {
  /** In the order in which they began. */
  readonly runs: () => readonly Run[];
  /** Something happened to a component. */
  happened(component: number, name: EventName, trigger: Trigger): void;
  /** Something happened that is no component's. */
  dispatch(events: readonly NumberedEvent[], trigger?: Trigger): void;
  /** A run has come to a boundary: what State it changed triggers others, at its end in its place among what follows. */
  stepped(run: Run): void;
  /** Shows what a run put out; what that changes triggers others. */
  show(run: Run, outputs: readonly OutputData[]): void;
  /** What was put off, or waits for its triggers to rest, does not run. */
  forget(): void;
  /** All runs are nobody's any more. */
  leave(): void;
}

export interface DispatcherHost {
  readonly fields: FieldValues;
  readonly app: UserApp;
  /** Never rejects, except with InvalidInputs. */
  perform(run: Run): Promise<CallResult>;
  /** Before anything of it is done. */
  onBegin(run: Run): void;
  /** It has ended, and nothing has followed from it yet. */
  onEnd(run: Run, result: CallResult): void;
  stop(run: Run): void;
  /** State that has changed since this was asked last. */
  changedStates(): readonly number[];
  /** Events that trigger each other without end were stopped. */
  onCycle(run: Trigger, event: EventSpec, through: readonly number[]): void;
}

export function createDispatcher(host: DispatcherHost): Dispatcher {
  const { fields, app } = host;
  const [runs, setRuns] = createSignal<readonly Run[]>([]);
  /** By event: the trigger of the run that is put off until the one that is under way has ended. */
  const again = new Map<number, Trigger>();
  /** By event: what waits for its triggers to rest. */
  const resting = new Map<number, ReturnType<typeof setTimeout>>();

  function trigger({ index, event }: NumberedEvent, by: Trigger): void {
    const cycle = cycleOf(index, by.cause);
    if (cycle) return host.onCycle(by, event, cycle);
    for (const run of runs()) if (event.cancels.includes(run.index)) host.stop(run);
    for (const cancelled of event.cancels) again.delete(cancelled);
    if (event.action.kind === "none") return follow(index, by, "success", true);
    if (event.restMs > 0) return rest(index, event, by);
    beginInTurn(index, event, by);
  }

  /** Begins when nothing has triggered it for a while; what was last counts. */
  function rest(index: number, event: EventSpec, by: Trigger): void {
    clearTimeout(resting.get(index));
    const begins = (): void => {
      resting.delete(index);
      beginInTurn(index, event, by);
    };
    resting.set(index, setTimeout(begins, event.restMs));
  }

  function beginInTurn(index: number, event: EventSpec, by: Trigger): void {
    const isRunning = runs().some((run) => run.index === index);
    if (!isRunning || event.mode === "multiple") begin(index, event, by);
    else if (event.mode === "always_last") again.set(index, by);
  }

  function begin(index: number, event: EventSpec, by: Trigger): void {
    const inputs = event.inputs.map((input) => fields.value(input));
    const messages = event.action.kind === "call" ? wrongInputs(event, inputs) : null;
    if (messages) {
      if (by.byPerson) showWrong(event, event.restMs > 0 ? messages.map(unlessEmpty(inputs)) : messages);
      return;
    }
    const run = createRun({ index, event, trigger: by, inputs });
    batch(() => {
      setRuns([...runs(), run]);
      if (by.byPerson) for (const input of event.inputs) fields.setError(input, null);
      host.onBegin(run);
    });
    run.done = perform(run);
  }

  async function perform(run: Run): Promise<void> {
    let result: CallResult;
    try {
      result = await host.perform(run);
    } catch (error) {
      if (!(error instanceof InvalidInputs)) throw error;
      if (!run.left) showWrong(run.event, error.messages);
      result = { kind: "stopped" };
    }
    if (run.left) return;
    const { index, trigger: by } = run;
    batch(() => {
      setRuns(runs().filter((each) => each !== run));
      host.onEnd(run, result);
    });
    const isGood = result.kind === "done" || run.event.action.kind === "clear";
    follow(index, by, isGood ? "success" : "failure", false);
    changes(run);
    follow(index, by, "then", false);
    const next = again.get(index);
    again.delete(index);
    // What rests still will run with what is newer.
    if (next && !resting.has(index)) begin(index, run.event, next);
  }

  /** `always`: what always follows comes right after, since nothing else happens in between. */
  function follow(index: number, by: Trigger, how: "success" | "failure" | "then", always: boolean): void {
    const cause: Cause = { event: index, component: null, before: by.cause };
    for (const numbered of app.known()) {
      const isMeant = numbered.event.triggers.some(
        (each) => "after" in each && each.after === index && (each.kind === how || (always && each.kind === "then")),
      );
      if (isMeant) trigger(numbered, { ...by, data: null, cause });
    }
  }

  /** What State has changed triggers, if this run did it. */
  function changes(run: Run): void {
    changed(host.changedStates(), run);
  }

  /** Who listens to several of what has changed at once is triggered once. */
  function changed(components: readonly number[], { index, trigger: by }: Run): void {
    const triggered = new Set<number>();
    for (const component of components) {
      const cause: Cause = { event: index, component, before: by.cause };
      for (const numbered of app.listening(component, "change")) {
        if (triggered.has(numbered.index)) continue;
        triggered.add(numbered.index);
        trigger(numbered, { byPerson: by.byPerson, target: component, data: null, cause });
      }
    }
  }

  function wrongInputs(event: EventSpec, inputs: readonly unknown[]): (string | null)[] | null {
    const messages = event.inputs.map((id, i) => {
      const component = fields.component(id);
      return component && !isKept(component.kind) ? checkInput(component, inputs[i]) : null;
    });
    return messages.some((message) => message !== null) ? messages : null;
  }

  function showWrong(event: EventSpec, messages: readonly (string | null)[]): void {
    batch(() => event.inputs.forEach((id, i) => fields.setError(id, messages[i] ?? null)));
  }

  const dispatcher: Dispatcher = {
    runs,
    happened(component, name, by) {
      for (const numbered of app.listening(component, name)) trigger(numbered, by);
    },
    dispatch(events, by = byItself) {
      for (const numbered of events) trigger(numbered, by);
    },
    stepped(run) {
      if (run.phase !== "answered") changes(run);
    },
    show(run, outputs) {
      const { outputs: ids } = run.event;
      const heard = ids.filter(
        (id) => app.listening(id, "change").length > 0 && !isKept(fields.component(id)?.kind ?? "state"),
      );
      const before = heard.map((id) => fields.value(id));
      showOutputs(fields, ids, outputs, run.held);
      changed(
        heard.filter((id, i) => !deepEqual(before[i], fields.value(id))),
        run,
      );
    },
    forget() {
      again.clear();
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
    },
    leave() {
      dispatcher.forget();
      for (const run of runs()) {
        run.left = true;
        run.abort.abort();
      }
      setRuns([]);
    },
  };
  return dispatcher;
}

/** What runs by itself says nothing of what has not been filled in yet. */
function unlessEmpty(inputs: readonly unknown[]) {
  return (message: string | null, i: number) => ([null, undefined, ""].includes(inputs[i] as null) ? null : message);
}
