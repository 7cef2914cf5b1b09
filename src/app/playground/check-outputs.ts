// Outputs as a worker sends them, checked against the app before anything of their call is committed or shown.

import type { OutputData } from "../../protocol/runtime.ts";
import { MalformedMessageError } from "../../sandbox/unchecked.ts";
import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import { isOutput } from "../../spec/component-value.ts";

/** Throws if one is no value of its component. The cost does not follow what is in them. */
export function checkOutputs(outputs: readonly OutputData[], event: EventSpec, app: AppSpec): void {
  if (outputs.length > event.outputs.length) throw new MalformedMessageError("The sandbox sent too many outputs.");
  for (const [position, output] of outputs.entries()) {
    const component = app.components[event.outputs[position] ?? -1];
    if (output.kind === "skip" || (component && isOutput(component, output.value))) continue;
    throw new MalformedMessageError(`The sandbox sent something for output ${position} that cannot be shown there.`);
  }
}
