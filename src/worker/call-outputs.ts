// From what a function returned or yielded to the outputs of its event: as many values as there are outputs, each fit for
// its component; values of State go into the session.

import { isSkip, outputChanges, skip } from "../api/update.ts";
import { type Excess, measureMessage, outputLimits } from "../protocol/message-size.ts";
import type { OutputData } from "../protocol/runtime.ts";
import type { ComponentSpec } from "../spec/app-spec.ts";
import { isKept } from "../spec/kept-kind.ts";
import { didYouMean } from "../spec/nearest-name.ts";
import { kindOf } from "../spec/component-kinds.ts";
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
  /** By position: names in a record that the function may return instead. */
  readonly names: readonly (string | null)[] | null;
  /** Of a component as the person's code holds it: for what it returns by component. */
  idOf(component: object): number | undefined;
  labelOf(id: number): string;
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
    const [is, gave] = [kindOf(component.kind).name, kindOf(kind).name];
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
function splitOutputs(result: unknown, verb: string, context: OutputContext): readonly unknown[] {
  const { name, components } = context;
  const chosen = byComponent(result, context) ?? byName(result, context);
  if (chosen) return chosen;
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

/** A Map by component says some of the outputs; the others stay. */
function byComponent(result: unknown, { name, components, idOf, labelOf }: OutputContext): unknown[] | null {
  if (!(result instanceof Map) || result.size === 0) return null;
  const values = new Map<number, unknown>();
  for (const [key, value] of result) {
    const id = typeof key === "object" && key !== null ? idOf(key) : undefined;
    if (id === undefined) return null;
    values.set(id, value);
  }
  const stranger = [...values.keys()].find((id) => !components.some((each) => each.id === id));
  if (stranger === undefined) return components.map(({ id }) => (values.has(id) ? values.get(id) : skip()));
  const label = JSON.stringify(labelOf(stranger));
  throw new OutputError(`${name} returned a value for ${label}, which is none of its outputs: add it to outputs`);
}

/** A record says some of the outputs by name; the others stay. */
function byName(result: unknown, { name, names }: OutputContext): unknown[] | null {
  if (!names || typeof result !== "object" || result === null) return null;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(result))) return null;
  const keys = Object.keys(result);
  if (!keys.some((key) => names.includes(key))) return null;
  const stranger = keys.find((key) => !names.includes(key));
  if (stranger === undefined) {
    return names.map((each) => (each !== null && Object.hasOwn(result, each) ? Reflect.get(result, each) : skip()));
  }
  const known = names.filter((each) => each !== null);
  throw new OutputError(
    `${name} returned a value for ${JSON.stringify(stranger)}, which is none of its outputs.${didYouMean(stranger, known)}`,
  );
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
