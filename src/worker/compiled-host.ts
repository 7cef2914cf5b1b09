// What a compiled module finds in `globalThis.__interstate`: its initial values become shared, its variables and functions
// make themselves known.

import type { CompiledModule, VariableInfo } from "../protocol/compiled.ts";
import type { CompiledHost, VariableAccessor } from "../protocol/host.ts";

export interface HostRecord {
  readonly host: CompiledHost;
  /** In order of the module's variables; empty until the module has run to its end. */
  accessors(): readonly VariableAccessor[];
  /** Index of a function of the module, or undefined for one that it does not know. */
  functionIndex(fn: unknown): number | undefined;
}

export function createHost(
  { variables }: Pick<CompiledModule, "variables">,
  api: CompiledHost["api"],
  define: (variable: VariableInfo, value: unknown) => unknown,
): HostRecord {
  const functions = new WeakMap<object, number>();
  let accessors: readonly VariableAccessor[] = [];
  const host: CompiledHost = {
    api,
    init(index, value) {
      const variable = variables[index];
      return variable ? define(variable, value) : value;
    },
    bind(bound) {
      accessors = bound;
    },
    fn(index, fn) {
      if (typeof fn === "function") functions.set(fn, index);
      return fn;
    },
  };
  return {
    host: Object.freeze(host),
    accessors: () => accessors,
    functionIndex: (fn) => (typeof fn === "function" ? functions.get(fn) : undefined),
  };
}
