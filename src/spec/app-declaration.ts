// An app as it was declared in the worker: its spec, and what of it cannot leave the worker.

import type { AppSpec } from "./app-spec.ts";

export interface AppDeclaration {
  readonly app: AppSpec;
  /** By index of the app's events: the function that the event calls, or null. */
  readonly functions: readonly (AppFunction | null)[];
  readonly states: readonly StateDeclaration[];
  readonly browserStates: readonly BrowserStateDeclaration[];
}

/** A function of the person's. What it takes and gives is only known when it is called. */
export type AppFunction = (...args: never[]) => unknown;

export interface StateDeclaration {
  /** Id of its component. */
  readonly component: number;
  /** Its initial value, or a function that makes it for each session. */
  readonly initial: unknown;
}

export interface BrowserStateDeclaration {
  /** Id of its component. */
  readonly component: number;
  readonly storageKey: string;
  readonly initial: unknown;
}

/** Whether calling the function gives a generator, as far as its declaration says. */
export function isGeneratorFunction(fn: AppFunction): boolean {
  return /Generator/.test(Object.prototype.toString.call(fn));
}
