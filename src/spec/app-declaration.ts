// An app as it was declared in the worker: its spec, and what of it cannot leave the worker.

import type { AppSpec } from "./app-spec.ts";
import type { ComponentDeclaration } from "./component-declaration.ts";

export interface AppDeclaration {
  readonly app: AppSpec;
  /** By index of the app's events: what the event calls, or null. */
  readonly calls: readonly (CallDeclaration | null)[];
  readonly states: readonly StateDeclaration[];
  readonly browserStates: readonly BrowserStateDeclaration[];
  /** What the person's code holds for a component, and the component: for values that it returns by component. */
  readonly ids: ReadonlyMap<object, number>;
  /** What the person's code holds for a listener, and its event: for what cancels it. */
  readonly listeners: ReadonlyMap<object, number>;
}

export interface CallDeclaration {
  readonly fn: AppFunction;
  /** Where the function is none of the person's: those of theirs that it calls. null: it is the person's own. */
  readonly callsOnly: readonly AppFunction[] | null;
  /** Checks the inputs before the function is called. */
  readonly validator: AppFunction | null;
  /** The function takes one record with its inputs under these names, by position. */
  readonly inputNames: readonly string[] | null;
  /** The function may return a record with some of its outputs under these names, by position. */
  readonly outputNames: readonly (string | null)[] | null;
  /** An empty field is a parameter left out, so that its default takes effect. */
  readonly leavesOut: boolean;
}

/** A function of the person's. What it takes and gives is only known when it is called. */
export type AppFunction = (...args: never[]) => unknown;

export interface StateDeclaration {
  /** Id of its component. */
  readonly component: number;
  /** Its initial value, or a function that makes it for each session. */
  readonly initial: unknown;
  /** Called with the value when it expires, or its session ends. */
  readonly deleteCallback: AppFunction | null;
}

export interface BrowserStateDeclaration {
  /** Id of its component. */
  readonly component: number;
  readonly storageKey: string;
  readonly initial: unknown;
  /** What has no key of its own is told apart by this. */
  readonly declared: ComponentDeclaration;
}

/** Whether calling the function gives a generator, as far as its declaration says. */
export function isGeneratorFunction(fn: AppFunction): boolean {
  return /Generator/.test(Object.prototype.toString.call(fn));
}

export function isFunction(value: unknown): value is AppFunction {
  return typeof value === "function";
}
