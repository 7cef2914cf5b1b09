// The methods of a shared array that read it. They run over the array that holds the elements instead of through the
// Proxy; a callback gets the handle as its third argument. The loops are ours because V8's own methods take their slow
// path for an array with an unusual prototype.

import type { ArrayMethod, ArrayTarget } from "./array-prototype.ts";
import { handleOf } from "./handle.ts";
import { asPlainArray } from "./natives.ts";

type Callback = (value: unknown, index: number, array: unknown) => unknown;
type Reducer = (result: unknown, value: unknown, index: number, array: unknown) => unknown;

const native = Array.prototype;

export const arrayReaders = {
  forEach(target, [callback, self]) {
    eachElement(target, callback, self, () => false);
  },

  map(target, [callback, self]) {
    const results: unknown[] = [];
    const { length } = target.raw;
    eachElement(target, callback, self, (result, index) => {
      results[index] = result;
      return false;
    });
    results.length = length;
    return results;
  },

  filter(target, [callback, self]) {
    const kept: unknown[] = [];
    eachElement(target, callback, self, (result, _index, value) => {
      if (result) kept.push(value);
      return false;
    });
    return kept;
  },

  some: (target, [callback, self]) => eachElement(target, callback, self, Boolean),
  every: (target, [callback, self]) => !eachElement(target, callback, self, (result) => !result),

  find: (target, [callback, self]) => search(target, callback, self, 1).value,
  findIndex: (target, [callback, self]) => search(target, callback, self, 1).index,
  findLast: (target, [callback, self]) => search(target, callback, self, -1).value,
  findLastIndex: (target, [callback, self]) => search(target, callback, self, -1).index,

  reduce: (target, args) => reduce(target, args, 1),
  reduceRight: (target, args) => reduce(target, args, -1),

  flatMap({ raw, handle }, [callback, self]) {
    assertCallable(callback);
    return native.flatMap.call(raw, (value, index) => Reflect.apply(callback, self, [value, index, handle]));
  },

  includes: (target, [value, ...from]) => plainly(target, native.includes, [target.owner.intern(value), ...from]),
  indexOf: (target, [value, ...from]) => plainly(target, native.indexOf, [target.owner.intern(value), ...from]),
  lastIndexOf: (target, [value, ...from]) => plainly(target, native.lastIndexOf, [target.owner.intern(value), ...from]),

  concat: (target, others) => plainly(target, native.concat, others.map(elementsOf)),
  at: ({ raw }, args) => Reflect.apply(native.at, raw, args),
  flat: ({ raw }, args) => Reflect.apply(native.flat, raw, args),
  join: ({ raw }, args) => Reflect.apply(native.join, raw, args),
  slice: (target, args) => plainly(target, native.slice, args),
  toReversed: (target, args) => plainly(target, native.toReversed, args),
  toSorted: (target, args) => plainly(target, native.toSorted, args),
  toSpliced: (target, args) => plainly(target, native.toSpliced, args),
  with: (target, args) => plainly(target, native.with, args),

  keys: ({ raw }) => native.keys.call(raw),
  values: ({ raw }) => native.values.call(raw),
  entries: ({ raw }) => native.entries.call(raw),
} satisfies Record<string, ArrayMethod>;

/** Calls back for each element that is there, until `stop` says so; returns whether it did. */
function eachElement(
  { raw, handle }: ArrayTarget,
  callback: unknown,
  self: unknown,
  stop: (result: unknown, index: number, value: unknown) => boolean,
): boolean {
  assertCallable(callback);
  const { length } = raw;
  for (let i = 0; i < length; i++) {
    const value = raw[i];
    if (value === undefined && !Object.hasOwn(raw, i)) continue;
    if (stop(callback.call(self, value, i, handle), i, value)) return true;
  }
  return false;
}

/** Unlike the others, searching takes holes for undefined. What is found is what the callback saw, whatever it did. */
function search(
  { raw, handle }: ArrayTarget,
  callback: unknown,
  self: unknown,
  step: 1 | -1,
): { readonly index: number; readonly value: unknown } {
  assertCallable(callback);
  const { length } = raw;
  for (let index = step > 0 ? 0 : length - 1; index >= 0 && index < length; index += step) {
    const value = raw[index];
    if (callback.call(self, value, index, handle)) return { index, value };
  }
  return { index: -1, value: undefined };
}

function reduce({ raw, handle }: ArrayTarget, args: readonly unknown[], step: 1 | -1): unknown {
  const callback = args[0];
  assertCallable<Reducer>(callback);
  const { length } = raw;
  let i = step > 0 ? 0 : length - 1;
  let result = args[1];
  if (args.length < 2) {
    while (i >= 0 && i < length && !Object.hasOwn(raw, i)) i += step;
    if (i < 0 || i >= length) throw new TypeError("Reduce of empty array with no initial value");
    result = raw[i];
    i += step;
  }
  for (; i >= 0 && i < length; i += step) {
    const value = raw[i];
    if (value !== undefined || Object.hasOwn(raw, i)) result = callback(result, value, i, handle);
  }
  return result;
}

function plainly({ raw }: ArrayTarget, method: (...args: never[]) => unknown, args: readonly unknown[]): unknown {
  return asPlainArray(raw, (array) => Reflect.apply(method, array, args));
}

/** Concatenating a shared array reads what holds its elements. */
function elementsOf(value: unknown): unknown {
  const container = handleOf(value)?.container;
  return container?.kind === "array" ? container.raw : value;
}

function assertCallable<F extends Callback | Reducer = Callback>(value: unknown): asserts value is F {
  if (typeof value !== "function") throw new TypeError(`${String(value)} is not a function`);
}
