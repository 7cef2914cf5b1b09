// From what a function returned or yielded to the outputs of its event: as many values as there are outputs, each fit for
// its component; values of State go into the session.

import { isSkip, outputChanges } from "../api/update.ts";
import { type Excess, measureMessage, outputLimits } from "../protocol/message-size.ts";
import type { OutputData } from "../protocol/runtime.ts";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { isKept } from "../spec/kept-kind.ts";
import { componentKinds } from "../spec/component-kinds.ts";
import { readChanges, withChanges } from "../spec/component-update.ts";
import { outputName, postprocess } from "../spec/component-value.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";

/** The function gave something that its outputs cannot take. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

export interface OutputContext {
  /** Name of the function. */
  readonly name: string;
  /** By position. */
  readonly components: readonly ComponentSpec[];
  setState(component: number, value: unknown): void;
}

export function toOutputs(result: unknown, verb: "returned" | "yielded", context: OutputContext): OutputData[] {
  const { components, setState } = context;
  const values = splitOutputs(result, verb, context);
  const outputs = components.map((component, position): OutputData => {
    const value = values[position];
    const place = { position, total: components.length };
    const changes = outputChanges(value);
    if (changes) return toUpdate(component, changes, place, setState);
    if (isKept(component.kind)) {
      setState(component.id, value);
      return { kind: "skip" };
    }
    const output = postprocess(component, value, place);
    if (!output.ok) throw new OutputError(output.error);
    return { kind: "value", value: output.value };
  });
  const { excess } = measureMessage(outputs, outputLimits);
  if (excess) throw new OutputError(`${outputs.length === 1 ? "The output is" : "The outputs are"} ${tooMuch[excess]}`);
  return outputs;
}

const tooMuch: Readonly<Record<Excess, string>> = {
  bytes: `larger than ${outputLimits.bytes / 1_000_000} MB: return what is worth showing of it`,
  values: "more values than the page can take in at once: return those that are worth showing",
  depth: "nested too deep to be shown",
};

interface Place {
  readonly position: number;
  readonly total: number;
}

/** `gr.update({ … })`, `gr.skip()`, or a component of the output's kind, returned for it. */
function toUpdate(
  component: ComponentSpec,
  { kind, options }: NonNullable<ReturnType<typeof outputChanges>>,
  place: Place,
  setState: OutputContext["setState"],
): OutputData {
  if (kind !== null && kind !== component.kind) {
    const [is, gave] = [componentKinds[component.kind].name, componentKinds[kind].name];
    throw new OutputError(`${outputName(component, place)} is a ${is}, but the function returned a ${gave}`);
  }
  if (Object.keys(options).length === 0) return { kind: "skip" };
  if (isKept(component.kind)) {
    if (Object.hasOwn(options, "value")) setState(component.id, options["value"]);
    return { kind: "skip" };
  }
  try {
    const changes = readChanges(component, options, outputName(component, place));
    if (options["value"] === undefined) return { kind: "update", options: changes };
    const value = postprocess(withChanges(component, changes), options["value"], place);
    if (!value.ok) throw new OutputError(value.error);
    return { kind: "update", options: { ...changes, value: value.value } };
  } catch (error) {
    // The mistake is in what was returned, not in what was declared.
    throw error instanceof DeclarationError ? new OutputError(error.message) : error;
  }
}

/** The one value of a single output, even if it is a list; otherwise a list with one value for each. */
function splitOutputs(result: unknown, verb: string, { name, components }: OutputContext): readonly unknown[] {
  if (components.length <= 1) return [result];
  if (isSkip(result)) return components.map(() => result);
  if (Array.isArray(result) && result.length === components.length) return result;
  const advice = `${verb === "yielded" ? "yield" : "return"} [${suggestedNames(components).join(", ")}]`;
  const gave = Array.isArray(result)
    ? `${verb} ${result.length} value${result.length === 1 ? "" : "s"}`
    : result === undefined
      ? `${verb} nothing`
      : `${verb} 1 value, ${describeValue(result)}`;
  throw new OutputError(`${name} ${gave}, but the app has ${components.length} outputs: ${advice}`);
}

/** Names for values, from the labels of their outputs: [count, state]. */
function suggestedNames(components: readonly ComponentSpec[]): string[] {
  return components.map(({ kind, label }, position) => {
    if (isKept(kind)) return "state";
    const words = label
      .normalize("NFKD")
      .replace(/[^a-zA-Z0-9]+/g, " ")
      .trim()
      .toLowerCase()
      .split(" ");
    const name = words
      .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
      .join("");
    return /^[a-z]/.test(name) && name !== `output${position}` ? name.slice(0, 30) : `value${position}`;
  });
}
