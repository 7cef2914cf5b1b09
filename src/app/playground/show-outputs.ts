// Shows what a call put out: values, and changes of the components themselves.

import { batch } from "solid-js";
import type { OutputData } from "../../protocol/runtime.ts";
import type { FieldValues } from "./field-values.ts";
import { typedSince } from "./typed-since.ts";

/**
 * `components`: those of the event's outputs, by position. `held`: what the call found in its inputs, or has put there
 * since; what is put there now is added.
 */
export function showOutputs(
  fields: FieldValues,
  components: readonly number[],
  outputs: readonly OutputData[],
  held: Map<number, unknown>,
): void {
  const kept = (id: number, value: unknown): unknown => {
    if (!held.has(id)) return value;
    const before = held.get(id);
    held.set(id, value);
    return typedSince(value, before, fields.value(id));
  };
  batch(() => {
    for (const [position, output] of outputs.entries()) {
      const id = components[position];
      if (id === undefined) continue;
      if (output.kind === "value") fields.set(id, kept(id, output.value));
      else if (output.kind === "update") {
        const { value, ...options } = output.options;
        fields.change(id, value === undefined ? options : { ...options, value: kept(id, value) });
      }
    }
  });
}
