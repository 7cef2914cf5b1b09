// From what a client gives for a call, by position or by name, to the values of the event's inputs.

import type { ComponentSpec, EventSpec } from "../../spec/app-spec.ts";
import { type Endpoint, fromCode } from "../../spec/endpoints.ts";

type Given = readonly unknown[] | Readonly<Record<string, unknown>>;

/** What is left out is what its component starts with. Throws an Error with words for what fits no parameter. */
export function toInputs(
  endpoint: Endpoint,
  given: Given,
  event: Pick<EventSpec, "inputs">,
  component: (id: number) => ComponentSpec | undefined,
): unknown[] {
  const byPosition = new Map<number, unknown>();
  for (const [position, value] of pairs(endpoint, given)) {
    const spec = component(event.inputs[position] ?? -1);
    if (spec && value !== undefined) byPosition.set(position, fromCode(spec, value));
  }
  return event.inputs.map((id, position) =>
    byPosition.has(position) ? byPosition.get(position) : component(id)?.value,
  );
}

function pairs({ name, parameters }: Endpoint, given: Given): [position: number, value: unknown][] {
  if (isList(given)) {
    if (given.length > parameters.length) {
      const takes = parameters.length === 1 ? "1 input" : `${parameters.length} inputs`;
      throw new Error(`${name} takes ${takes}, not ${given.length}.`);
    }
    return given.map((value, i) => [parameters[i]?.position ?? -1, value]);
  }
  return Object.entries(given).map(([key, value]) => {
    const found = parameters.find((parameter) => parameter.name === key);
    if (found) return [found.position, value];
    const known = parameters.map((parameter) => parameter.name).join(", ");
    throw new Error(`${name} has no parameter ${key}. ${known === "" ? "It takes none." : `It takes ${known}.`}`);
  });
}

function isList(given: Given): given is readonly unknown[] {
  return Array.isArray(given);
}
