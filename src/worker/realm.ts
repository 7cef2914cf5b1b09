// Prepares the realm that the person's code shares with the runtime: its console, copying and posting of shared values,
// the errors that nobody caught, and its end.

import { toPlain } from "../journal/shared-graph.ts";

type Poster = { postMessage(message: unknown, ...options: unknown[]): void };

/** What is used of the worker's global scope. */
export interface Scope extends Poster {
  readonly console: object;
  close(): void;
  structuredClone(value: unknown, options?: StructuredSerializeOptions): unknown;
  readonly MessagePort: { readonly prototype: Poster };
  readonly BroadcastChannel: { readonly prototype: Poster };
  /** Missing in a worker that may have none of its own. */
  readonly Worker?: { readonly prototype: Poster };
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
  addEventListener(type: "unhandledrejection", listener: (event: PromiseRejectionEvent) => void): void;
}

export interface RealmPorts {
  readonly console: Partial<Console>;
  /** An error that no code caught. */
  onUncaught(thrown: unknown, how: "error" | "rejection"): void;
  /** The code is about to end its worker. */
  onClose(): void;
}

export function prepareRealm(scope: Scope, { console, onUncaught, onClose }: RealmPorts): void {
  // More than the default of ten, since frames of the runtime stand between the person's.
  Object.assign(Error, { stackTraceLimit: 50 });
  Object.assign(scope.console, console);
  unwrapClones(scope);
  tellOfClosing(scope, onClose);
  scope.addEventListener("error", (event) => {
    // Otherwise the frame would take the worker for broken.
    event.preventDefault();
    onUncaught(event.error ?? event.message, "error");
  });
  scope.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    onUncaught(event.reason, "rejection");
  });
}

/**
 * No browser tells a page that a worker has closed itself, and one that does not answer may as well be in a loop, which is
 * its right. The method stands on the global scope alone, so nothing gets at the original.
 */
function tellOfClosing(scope: Scope, onClose: () => void): void {
  const { close } = scope;
  scope.close = () => {
    onClose();
    Reflect.apply(close, scope, []);
  };
}

/**
 * Live handles of shared state are proxies, which structuredClone and postMessage refuse: what they stand for is copied
 * instead. Not with a transfer list: what it names must stand in the message itself.
 */
function unwrapClones(scope: Scope): void {
  const { structuredClone } = scope;
  scope.structuredClone = (value, options) =>
    options?.transfer ? structuredClone(value, options) : structuredClone(toPlain(value));
  unwrapPosts(scope);
  unwrapPosts(scope.MessagePort.prototype);
  unwrapPosts(scope.BroadcastChannel.prototype);
  unwrapPosts(scope.Worker?.prototype);
}

function unwrapPosts(poster: Poster | undefined): void {
  if (!poster) return;
  const post = poster.postMessage;
  poster.postMessage = function (this: unknown, message: unknown, ...options: unknown[]) {
    Reflect.apply(post, this, [options.length > 0 ? message : toPlain(message), ...options]);
  };
}
