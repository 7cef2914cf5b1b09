// What a shared array inherits from: Array.prototype, with the methods that write replaced by ones that record a single
// change, and those that read by ones that run natively over what holds the elements. `Object.getPrototypeOf` of a
// handle says Array.prototype all the same.

import { arrayReaders } from "./array-readers.ts";
import { arrayWriters } from "./array-writers.ts";
import { type ArrayContainer, type Raws } from "./container.ts";
import { handleOf, type HandleOwner } from "./handle.ts";

/** The shared array that a method was called on. */
export interface ArrayTarget {
  readonly owner: HandleOwner;
  readonly container: ArrayContainer;
  readonly raw: Raws["array"];
  readonly handle: unknown;
}

export type ArrayMethod = (target: ArrayTarget, args: readonly unknown[]) => unknown;

export const arrayPrototype: object = Object.create(Array.prototype);

for (const [name, method] of [...Object.entries(arrayReaders), ...Object.entries(arrayWriters)]) install(name, method);
install(Symbol.iterator, arrayReaders.values);

function install(name: string | symbol, method: ArrayMethod): void {
  const native: unknown = Reflect.get(Array.prototype, name);
  // An engine that does not have the method yet does not get it from us.
  if (typeof native !== "function") return;
  const value = function (this: unknown, ...args: unknown[]): unknown {
    const found = handleOf(this);
    if (found?.container.kind !== "array") return Reflect.apply(native, this, args);
    return method({ owner: found.owner, container: found.container, raw: found.container.raw, handle: this }, args);
  };
  Object.defineProperty(value, "name", { value: native.name, configurable: true });
  Object.defineProperty(arrayPrototype, name, { value, writable: true, configurable: true });
}
