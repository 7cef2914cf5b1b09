// From what the page sends for a call's inputs to what the function takes.

import type { Result } from "../base/result.ts";
import type { CallDeclaration } from "../spec/app-declaration.ts";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { prepare, preprocess } from "../spec/component-value.ts";
import { isKept } from "../spec/kept-kind.ts";

export interface InputContext {
  /** By position. */
  readonly components: readonly ComponentSpec[];
  readonly inputNames: CallDeclaration["inputNames"];
  /** To a bare function an empty field is a parameter left out, so that its default takes effect. */
  readonly leavesOut: boolean;
  getState(component: number): unknown;
}

/** A promise if something of it takes time to make. */
export function toArguments(
  inputs: readonly unknown[],
  { components, inputNames, leavesOut, getState }: InputContext,
): unknown[] | Promise<unknown[]> {
  const values = components.map((component, position) => {
    if (isKept(component.kind)) return getState(component.id);
    const read = (value: Result<unknown, string>): unknown => {
      if (value.ok) return value.value === null && leavesOut ? undefined : value.value;
      throw new TypeError(`Input ${position} (${JSON.stringify(component.label)}): ${value.error}`);
    };
    const value = read(preprocess(component, inputs[position]));
    return prepare(component, value)?.then(read) ?? value;
  });
  const toList = (ready: readonly unknown[]): unknown[] =>
    inputNames ? [Object.fromEntries(inputNames.map((name, i) => [name, ready[i]]))] : [...ready];
  return values.some((value) => value instanceof Promise) ? Promise.all(values).then(toList) : toList(values);
}
