// Shows what a call put out: values, and changes of the components themselves.

import { batch } from "solid-js";
import type { OutputData } from "../../protocol/runtime.ts";
import type { FieldValues } from "./field-values.ts";

/** `components`: those of the event's outputs, by position. */
export function showOutputs(fields: FieldValues, components: readonly number[], outputs: readonly OutputData[]): void {
  batch(() => {
    for (const [position, output] of outputs.entries()) {
      const id = components[position];
      if (id === undefined) continue;
      if (output.kind === "value") fields.set(id, output.value);
      else if (output.kind === "update") fields.change(id, output.options);
    }
  });
}
