// Outputs as a worker sends them, checked against the app before anything of their call is committed or shown.

import type { OutputData } from "../../protocol/runtime.ts";
import { MalformedMessageError } from "../../sandbox/unchecked.ts";
import type { ComponentSpec, EventSpec } from "../../spec/app-spec.ts";
import { readChanges, withChanges } from "../../spec/component-update.ts";
import { isOutput } from "../../spec/component-value.ts";
import { DeclarationError } from "../../spec/declaration-error.ts";

/**
 * Throws if one is nothing for its component, as that is for the user now. The cost does not follow what is in values.
 */
export function checkOutputs(
  outputs: readonly OutputData[],
  event: EventSpec,
  component: (id: number) => ComponentSpec | undefined,
): void {
  if (outputs.length > event.outputs.length) throw new MalformedMessageError("The sandbox sent too many outputs.");
  for (const [position, output] of outputs.entries()) {
    const spec = component(event.outputs[position] ?? -1);
    if (output.kind === "skip" || (spec && fits(output, spec))) continue;
    throw new MalformedMessageError(`The sandbox sent something for output ${position} that cannot be shown there.`);
  }
}

function fits(output: Exclude<OutputData, { kind: "skip" }>, component: ComponentSpec): boolean {
  if (output.kind === "value") return isOutput(component, output.value);
  try {
    const changed = withChanges(component, readChanges(component, output.options, "output"));
    return output.options["value"] === undefined || isOutput(changed, output.options["value"]);
  } catch (error) {
    if (error instanceof DeclarationError) return false;
    throw error;
  }
}
