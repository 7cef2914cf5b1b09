// The port through which this module reaches the runtime around it. The worker connects it; without one, as in the
// editor's tests, declaring works and nobody hears of it.

import type { ProgressLevel } from "../protocol/progress.ts";
import type { ToastData } from "../protocol/toast.ts";
import type { AppDeclaration } from "../spec/app-declaration.ts";

export interface Port {
  /** A top-level app came to be: without a default export, the only one is used. It is asked for when it is. */
  appCreated(declare: () => AppDeclaration): void;
  /** It became a part of another. */
  appNested(declare: () => AppDeclaration): void;
  /** `gr.atomic`, in the call that runs. */
  atomic<T>(callback: () => T): Promise<T>;
  /** The call that runs, or null. */
  call(): CallPort | null;
  /** Shows the person a message. */
  toast(toast: ToastData): void;
  /** Tells the person something of their code, in the console. */
  warn(text: string): void;
}

/** What a function can say of its call while it runs; afterwards nobody hears it. */
export interface CallPort {
  readonly facts: CallFacts;
  /** How far it is, the outermost level first; none: nothing is to be shown any more. */
  progress(levels: readonly ProgressLevel[]): void;
}

/** Of a call: whose it is, and what triggered it. */
export interface CallFacts {
  readonly sessionHash: string;
  /** The component that the trigger happened to. */
  readonly target: object | null;
  readonly data: unknown;
  /** What came of the same call before, where that is kept. */
  readonly kept?: readonly unknown[];
}

let port: Port | null = null;

export function connectPort(to: Port | null): void {
  port = to;
}

export function currentPort(): Port | null {
  return port;
}
