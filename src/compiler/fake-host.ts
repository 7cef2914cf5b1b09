// For tests: runs compiled code with a host that notes what it is told and hands every value back as it is.

import type { CompiledHost, VariableAccessor } from "../protocol/host.ts";

export interface Run {
  readonly exports: Readonly<Record<string, unknown>>;
  /** Indices of variables, in the order in which they were initialised. */
  readonly inits: readonly number[];
  readonly functions: ReadonlyMap<number, unknown>;
  readonly accessors: readonly VariableAccessor[];
}

/** `adopt` gives what a variable shall hold for its initial value, as a handle would be given. */
export async function runCompiled(
  code: string,
  adopt: (index: number, value: unknown) => unknown = (_, value) => value,
): Promise<Run> {
  const inits: number[] = [];
  const functions = new Map<number, unknown>();
  let accessors: readonly VariableAccessor[] = [];
  const host: CompiledHost = {
    api: fakeApi,
    init(index, value) {
      inits.push(index);
      return adopt(index, value);
    },
    bind(bound) {
      accessors = bound;
    },
    fn(index, fn) {
      functions.set(index, fn);
      return fn;
    },
  };
  const exports = await importText(code, host);
  return { exports, inits, functions, accessors };
}

/** Runs JavaScript that finds the api where compiled code finds it. */
export function runPlain(code: string): Promise<Readonly<Record<string, unknown>>> {
  return importText(code.replace(/^import \* as gr.*$/m, "const gr = globalThis.__interstate.api;"), { api: fakeApi });
}

let runs = 0;

async function importText(code: string, host: Partial<CompiledHost>): Promise<Readonly<Record<string, unknown>>> {
  Reflect.set(globalThis, "__interstate", host);
  // The comment tells equal texts apart: a module is evaluated once for each address.
  const address = `data:text/javascript,${encodeURIComponent(`${code}\n// ${runs++}`)}`;
  const namespace: unknown = await import(/* @vite-ignore */ address);
  return namespace as Readonly<Record<string, unknown>>;
}

const fakeApi = {
  Interface: (options: unknown) => ({ launch: () => undefined, options }),
  State: (value: unknown) => ({ state: value }),
  Number: (options: unknown) => options,
  JSON: (options: unknown) => options,
  local: (value: unknown) => value,
};
