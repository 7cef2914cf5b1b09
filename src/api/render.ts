// gr.render

import { isFunction } from "../spec/app-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { currentBlocks } from "./current-blocks.ts";
import type { Dependency } from "./dependency.ts";
import type { Inputs, Listen, Takes } from "./listener.ts";
import { readListener } from "./listener-options.ts";
import { readTriggers } from "./on.ts";

/** What `gr.render` takes besides its function. */
export interface RenderOptions<I> {
  /** Components of the same Blocks. Default: none. */
  inputs?: I;
  /** Events that make it render again. Default: every input's change, and the opening of the app. */
  triggers?: Listen | readonly Listen[] | null;
  /** As a listener's. Default: "always_last". */
  triggerMode?: "once" | "multiple" | "always_last";
  /** As a listener's. Default: "full". */
  showProgress?: "full" | "minimal" | "hidden";
}

/**
 * Components that depend on values: where it stands in the gr.Blocks, its function makes components and adds listeners, and
 * does so anew each time that an input changes. Listeners that use what it makes belong into it; what has the same `key` as
 * before keeps its value and its place.
 *
 * @param options See there.
 * @param fn Takes the inputs, and makes components. It is synchronous.
 * @returns A handle with `.then`, `.success` and `.failure`.
 * @throws DeclarationError outside of gr.Blocks, or for an option that is wrong.
 * @example gr.render({ inputs: count }, (n: number) => { for (let i = 0; i < n; i++) gr.Textbox({ key: i }); })
 */
export function render<const I extends Inputs = null>(
  options: RenderOptions<I>,
  fn: (...inputs: Takes<I>) => void,
): Dependency {
  const context = currentBlocks();
  if (!context) throw new DeclarationError("", "gr.render(…) belongs into gr.Blocks(() => { … }).");
  if (!isFunction(fn)) {
    const message = `gr.render takes options and a function: gr.render({ inputs }, (…) => { … }), but this is ${describeValue(fn)}`;
    throw new DeclarationError("", message);
  }
  const record = readListener({ triggerMode: "always_last", ...options, fn }, "render", ["triggers"]);
  const triggers = readTriggers(Reflect.get(options, "triggers"), record);
  return context.listen("render", triggers, record, { renders: context.placeRendered() });
}
