// One call of one of the app's functions, from the page's request to its outcome. It is a transaction: what it wrote since
// its last boundary is undone if it throws.

import { verdictsOf } from "../api/validate.ts";
import type {
  CallOutcome,
  CallRequest,
  CallStep,
  ErrorData,
  OutputData,
  Patch,
  WorkerEvent,
} from "../protocol/runtime.ts";
import type { AppFunction } from "../spec/app-declaration.ts";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { withChanges } from "../spec/component-update.ts";
import type { RenderedSpec } from "../spec/rendered-spec.ts";
import { type AtomicSteps, createAtomicSteps } from "./atomic-steps.ts";
import type { CallControl } from "./call-control.ts";
import { toArguments } from "./call-inputs.ts";
import { toOutputs, type OutputContext } from "./call-outputs.ts";
import type { LiveApp } from "./live-app.ts";
import { remarkOn } from "./result-remark.ts";
import { isGenerator, runGenerator } from "./run-generator.ts";
import { beginTransaction, type Transaction, type TransactionGraphs } from "./transaction.ts";

/** What a call needs of the session and of the browser besides its transaction: State by component. */
export interface SessionStates {
  get(component: number): unknown;
  set(component: number, value: unknown): void;
}

export interface CallContext {
  readonly app: LiveApp;
  readonly graphs: TransactionGraphs;
  readonly states: SessionStates;
  readonly control: CallControl;
  /** Runs the function of a `gr.render` whose component that is. */
  render(container: number, callback: () => unknown, next: CallRequest["next"]): RenderedSpec;
  /** Brings the room's graph up to date, between two transactions. */
  patchRoom(patch: Patch): void;
  /** Steps of the call that runs, for as long as it does; null when it has ended. */
  setSteps(steps: AtomicSteps | null): void;
  post(event: WorkerEvent): void;
  /** Tells the person, in the console. */
  warn(text: string): void;
  toErrorData(thrown: unknown): ErrorData;
  nowMs(): number;
  turn(): Promise<void>;
}

type Ended = { readonly kind: "returned"; readonly step: CallStep } | { readonly kind: "finished" | "stopped" };

type CallParts = Pick<CallRequest, "id" | "event" | "inputs" | "changed" | "validates" | "next" | "grant">;

export async function runCall(request: CallParts, context: CallContext): Promise<CallOutcome> {
  const start = context.nowMs();
  const transaction = beginTransaction(context.graphs, request.grant);
  for (const name of transaction.strays) {
    context.warn(`${name} was assigned while no call ran, so it has its shared value again: assign it inside a call.`);
  }
  const { control, patchRoom, post, toErrorData } = context;
  const steps = createAtomicSteps({ call: request, transaction, control, patchRoom, post, toErrorData });
  context.setSteps(steps);
  try {
    const ended = await perform(request, context, transaction);
    return { ...ended, durationMs: context.nowMs() - start };
  } catch (thrown) {
    transaction.undo();
    return { kind: "threw", error: context.toErrorData(thrown), durationMs: context.nowMs() - start };
  } finally {
    context.setSteps(null);
    steps.end();
    transaction.end();
  }
}

async function perform(request: CallParts, context: CallContext, transaction: Transaction): Promise<Ended> {
  const { app, states, control, post, nowMs, turn } = context;
  const event = app.event(request.event);
  const declared = app.call(request.event);
  // Another worker, that has taken the place of the one that was pressed in, has not rendered it yet.
  if (!event || !declared) throw new RangeError("What was pressed is being drawn anew. Press it again.");
  const component = changedComponents(app, request.changed);
  const of = (ids: readonly number[]): ComponentSpec[] => ids.flatMap((id) => component(id) ?? []);
  const given = toArguments(request.inputs, {
    components: of(event.inputs),
    inputNames: declared.inputNames,
    leavesOut: declared.leavesOut || app.declaration.app.kind === "function",
    getState: states.get,
  });
  // Only where there is something to wait for: every call would lose that turn.
  const values = given instanceof Promise ? await given : given;
  if (request.validates) {
    const returned = declared.validator && (await apply(declared.validator, values));
    const outputs = verdictsOf(returned, event.inputs.length).map((value): OutputData => ({ kind: "value", value }));
    return { kind: "returned", step: { outputs, ...transaction.boundary() } };
  }
  if (event.action.kind === "call" && event.action.renders !== null) {
    const rendered = context.render(event.action.renders, () => apply(declared.fn, values), request.next);
    return { kind: "returned", step: { outputs: [], ...transaction.boundary(), rendered } };
  }
  const outputs: OutputContext = {
    name: event.name,
    components: of(event.outputs),
    names: declared.outputNames,
    idOf: app.idOf,
    labelOf: (id) => component(id)?.label ?? "",
    setState: states.set,
  };
  const result = await apply(declared.fn, values);
  if (isGenerator(result)) {
    const kind = await runGenerator(result, {
      transaction,
      control,
      outputCount: event.outputs.length,
      toOutputs: (yielded) => toOutputs(yielded, "yielded", outputs),
      post: (seq, step) => post({ type: "yield", call: request.id, seq, step }),
      nowMs,
      turn,
    });
    return { kind };
  }
  const shown = toOutputs(result, "returned", outputs);
  if (!remarked.has(declared)) {
    const remark = remarkOn(result, shown, { kind: app.declaration.app.kind, ...outputs });
    if (remark !== null) {
      remarked.add(declared);
      context.warn(remark);
    }
  }
  return { kind: "returned", step: { outputs: shown, ...transaction.boundary() } };
}

/** Calls of these have been remarked on. */
const remarked = new WeakSet<object>();

/** The app's components as they are for this user now. */
function changedComponents(app: LiveApp, changed: CallRequest["changed"]): (id: number) => ComponentSpec | undefined {
  if (changed.length === 0) return app.component;
  const byId = new Map(changed);
  return (id) => {
    const component = app.component(id);
    const changes = byId.get(id);
    return component && changes ? withChanges(component, changes) : component;
  };
}

/** Whether the arguments are what the function wants was the editor's to check. */
function apply(fn: AppFunction, values: readonly unknown[]): unknown {
  return Reflect.apply(fn, undefined, values);
}
