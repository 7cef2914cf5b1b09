// One call of one of the app's functions, from the page's request to its outcome. It is a transaction: what it wrote since
// its last boundary is undone if it throws.

import type { Result } from "../base/result.ts";
import type { CallOutcome, CallRequest, CallStep, ErrorData, Patch, WorkerEvent } from "../protocol/runtime.ts";
import type { AppDeclaration, AppFunction } from "../spec/app-declaration.ts";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { withChanges } from "../spec/component-update.ts";
import { isKept } from "../spec/kept-kind.ts";
import { prepare, preprocess } from "../spec/component-value.ts";
import { type AtomicSteps, createAtomicSteps } from "./atomic-steps.ts";
import type { CallControl } from "./call-control.ts";
import { toOutputs, type OutputContext } from "./call-outputs.ts";
import { isGenerator, runGenerator } from "./run-generator.ts";
import { beginTransaction, type Transaction, type TransactionGraphs } from "./transaction.ts";

/** What a call needs of the session and of the browser besides its transaction: State by component. */
export interface SessionStates {
  get(component: number): unknown;
  set(component: number, value: unknown): void;
}

export interface CallContext {
  readonly declaration: AppDeclaration;
  readonly graphs: TransactionGraphs;
  readonly states: SessionStates;
  readonly control: CallControl;
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

export async function runCall(
  request: Pick<CallRequest, "id" | "event" | "inputs" | "changed" | "grant">,
  context: CallContext,
): Promise<CallOutcome> {
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

async function perform(
  { id, event: index, inputs, changed }: Pick<CallRequest, "id" | "event" | "inputs" | "changed">,
  context: CallContext,
  transaction: Transaction,
): Promise<Ended> {
  const { declaration, states, control, post, nowMs, turn } = context;
  const event = declaration.app.events[index];
  const fn = declaration.functions[index];
  if (!event || !fn) throw new RangeError(`The app has no event ${index} that calls a function.`);
  const components = changedComponents(declaration, changed);
  const outputs: OutputContext = {
    name: event.name,
    components: componentsOf(components, event.outputs),
    setState: states.set,
  };
  const values = readInputs(componentsOf(components, event.inputs), inputs, context);
  // Only where there is something to wait for: every call would lose that turn.
  const isSlow = values.some((value) => value instanceof Promise);
  const result = await apply(fn, isSlow ? await Promise.all(values) : values);
  if (isGenerator(result)) {
    const kind = await runGenerator(result, {
      transaction,
      control,
      outputCount: event.outputs.length,
      toOutputs: (yielded) => toOutputs(yielded, "yielded", outputs),
      post: (seq, step) => post({ type: "yield", call: id, seq, step }),
      nowMs,
      turn,
    });
    return { kind };
  }
  const shown = toOutputs(result, "returned", outputs);
  return { kind: "returned", step: { outputs: shown, ...transaction.boundary() } };
}

function readInputs(
  components: readonly ComponentSpec[],
  inputs: readonly unknown[],
  { declaration, states }: CallContext,
): unknown[] {
  return components.map((component, position) => {
    if (isKept(component.kind)) return states.get(component.id);
    const read = (value: Result<unknown, string>) => {
      // To a bare function an empty field is a parameter left out, so that its default takes effect.
      if (value.ok) return value.value === null && declaration.app.kind === "function" ? undefined : value.value;
      throw new TypeError(`Input ${position} (${JSON.stringify(component.label)}): ${value.error}`);
    };
    const value = read(preprocess(component, inputs[position]));
    return prepare(component, value)?.then(read) ?? value;
  });
}

/** The app's components as they are for this user now. */
function changedComponents({ app }: AppDeclaration, changed: CallRequest["changed"]): readonly ComponentSpec[] {
  if (changed.length === 0) return app.components;
  const components = [...app.components];
  for (const [id, options] of changed) {
    const component = components[id];
    if (component) components[id] = withChanges(component, options);
  }
  return components;
}

function componentsOf(components: readonly ComponentSpec[], ids: readonly number[]): ComponentSpec[] {
  return ids.flatMap((id) => components[id] ?? []);
}

/** Whether the arguments are what the function wants was the editor's to check. */
function apply(fn: AppFunction, values: readonly unknown[]): unknown {
  return Reflect.apply(fn, undefined, values);
}
