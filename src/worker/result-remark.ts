// What a person may have overlooked, where the result of a function fits its outputs and yet shows nothing of use.

import type { OutputData } from "../protocol/runtime.ts";
import type { AppSpec, ComponentSpec } from "../spec/app-spec.ts";
import { isKept } from "../spec/kept-kind.ts";

/** Who builds a longer text has seen what is in it. Every call is looked at, so the look must cost nothing. */
const maxSearchedChars = 1000;

/** A sentence for the console, or null. */
export function remarkOn(
  result: unknown,
  shown: readonly OutputData[],
  { kind, name, components }: { kind: AppSpec["kind"]; name: string; components: readonly ComponentSpec[] },
): string | null {
  const isPromise = (output: OutputData) =>
    output.kind === "value" &&
    typeof output.value === "string" &&
    output.value.length <= maxSearchedChars &&
    output.value.includes("[object Promise]");
  if (shown.some(isPromise)) return `${name} made a text of a promise: an await is missing before what returns it.`;
  // A listener of gr.Blocks may well do something and say nothing, or say what nobody needs.
  if (kind !== "interface") return null;
  const [only, ...others] = components;
  if (!only) {
    if (result === undefined || result === null) return null;
    return `${name} returned a value, but the app has no outputs to show it: give gr.Interface outputs, such as outputs: "text".`;
  }
  if (result !== undefined || others.length > 0 || isKept(only.kind)) return null;
  return `${name} returned nothing, so "${only.label}" stays empty. Is a return missing?`;
}
