// gr.Interface

import { interfaceApp } from "../spec/interface-app.ts";
import type { App } from "./app.ts";
import { createWholeApp } from "./create-app.ts";
import type { ComponentLike, Parameters, Result, TupleCheck } from "./function-types.ts";
import { readInterface } from "./read-interface.ts";

/** What `gr.Interface` takes. */
export interface InterfaceOptions<Inputs, Outputs, Returned extends Result<Outputs> = Result<Outputs>> {
  /**
   * The function: one parameter for each input, in order; it returns the value of its one output, or a list with one value
   * for each of several. Sync, async, a generator or an async generator: each `yield` is a full set of new outputs, what a
   * generator returns is ignored.
   */
  fn(...inputs: Parameters<Inputs>): Returned;
  /** One component or several; texts such as "textbox" stand for components. Default: none, which makes a Generate button. */
  inputs?: Inputs;
  /** One component or several; texts such as "json" stand for components. Default: none. */
  outputs?: Outputs;
  /**
   * How many calls of the function may run at once, over all tabs of this browser. 1 (default): one at a time, each with
   * the shared variables to itself, if it can change any. Another number, or null for no limit: calls run beside each
   * other and change shared variables only inside `await gr.atomic(() => …)`. Gradio: concurrency_limit.
   */
  concurrencyLimit?: number | null;
  /** Heading of the app, also the title of the tab. Default: none. */
  title?: string | null;
  /** Markdown under the title. Default: none. */
  description?: string | null;
  /** Markdown at the bottom. Default: none. */
  article?: string | null;
}

/**
 * An app around one function: inputs beside outputs, with buttons Submit, Clear and Stop. Export it as the default.
 *
 * @returns The app. Its `launch()` may be called, and does nothing.
 * @throws DeclarationError if something in the options is wrong; it names the place, such as `inputs[2].max`.
 * @example export default gr.Interface({ fn: (name: string) => `Hello ${name}`, inputs: "textbox", outputs: "textbox" });
 */
export function Interface<
  const Inputs extends ComponentLike | readonly ComponentLike[] | null = null,
  const Outputs extends ComponentLike | readonly ComponentLike[] | null = null,
  Returned extends Result<Outputs> = Result<Outputs>,
>(options: InterfaceOptions<Inputs, Outputs, Returned> & TupleCheck<Outputs, Returned>): App {
  return createWholeApp(interfaceApp(readInterface(options)));
}
