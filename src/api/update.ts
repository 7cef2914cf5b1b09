// gr.update and gr.skip

import type { ComponentKind } from "../spec/app-spec.ts";
import { componentDeclaration } from "./create-component.ts";

/** Frozen instances and no plain objects: nothing that a function returns as a value looks like one. */
class Update {
  readonly options: Readonly<Record<string, unknown>>;
  constructor(options: Readonly<Record<string, unknown>>) {
    this.options = options;
    Object.freeze(this);
  }
}

const skipped = new Update({});

declare const changes: unique symbol;

/** What `gr.update` and `gr.skip` return: for any output. */
export interface OutputChange {
  /** Only a type: there is no such property. */
  readonly [changes]: true;
}

/**
 * Changes options of an output, for the user whose call it is: what is not named stays as it is. The same as returning a
 * component of the output's kind with these options.
 *
 * @param options Options of the output's component, such as `{ label, visible, choices }`; `value` is its new value.
 * @returns Something to return for an output, as any value.
 * @example return gr.update({ visible: false })
 */
export function update(options: Readonly<Record<string, unknown>>): OutputChange {
  return new Update({ ...options }) as unknown as OutputChange;
}

/**
 * Leaves an output, or a State, as it is. Returned alone it leaves all of them.
 *
 * @returns Something to return for an output, as any value.
 * @example return [name, gr.skip()]
 */
export function skip(): OutputChange {
  return skipped as unknown as OutputChange;
}

export function isSkip(value: unknown): boolean {
  return value === skipped;
}

/** What a returned value says to change, with the kind it was declared as; null for values. */
export function outputChanges(
  value: unknown,
): { readonly kind: ComponentKind | null; readonly options: Readonly<Record<string, unknown>> } | null {
  if (value instanceof Update) return { kind: null, options: value.options };
  return componentDeclaration(value) ?? null;
}
