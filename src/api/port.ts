// The port through which this module reaches the runtime around it. The worker connects it; without one, as in the
// editor's tests, declaring works and nobody hears of it.

import type { AppDeclaration } from "../spec/app-declaration.ts";

export interface Port {
  /** A top-level app came to be: without a default export, the only one is used. */
  appCreated(app: AppDeclaration): void;
  /** `gr.atomic`, in the call that runs. */
  atomic<T>(callback: () => T): Promise<T>;
}

let port: Port | null = null;

export function connectPort(to: Port | null): void {
  port = to;
}

export function currentPort(): Port | null {
  return port;
}
