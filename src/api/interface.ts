// gr.Interface

import { interfaceApp } from "../spec/interface-app.ts";
import type { App } from "./app.ts";
import type { Component } from "./component.ts";
import { createWholeApp } from "./create-app.ts";
import type { ComponentLike, FunctionOf, Parameters, Result, TupleCheck } from "./function-types.ts";
import { readInterface } from "./read-interface.ts";

/** What `gr.Interface` takes. */
export interface InterfaceOptions<Inputs, Outputs, Additional, Returned extends Result<Outputs> = Result<Outputs>> {
  /**
   * The function: one parameter for each input, in order; it returns the value of its one output, or a list with one value
   * for each of several. Sync, async, a generator or an async generator: each `yield` is a full set of new outputs, what a
   * generator returns is ignored. After its inputs it may have `progress = gr.Progress()`.
   */
  fn: FunctionOf<[...Parameters<Inputs>, ...Parameters<Additional>], Returned>;
  /** One component or several; texts such as "textbox" stand for components. Default: none, which makes a Generate button. */
  inputs?: Inputs;
  /** One component or several; texts such as "json" stand for components. Default: none. */
  outputs?: Outputs;
  /** More inputs, in an accordion below the others; their values come after those. Default: none. Gradio: additional_inputs. */
  additionalInputs?: Additional;
  /** What the accordion says, and whether it is open. Default: "Additional Inputs", closed. */
  additionalInputsAccordion?: string | { readonly label?: string; readonly open?: boolean } | Component | null;
  /**
   * Rows to try: a list with a value for each input but State, or the value itself where there is one input; null in a whole
   * column leaves that input alone. A press fills the inputs and runs nothing. Default: none.
   */
  examples?: readonly unknown[] | null;
  /**
   * Whether the outputs of an example are remembered in this browser until the code changes: then a press on it shows them,
   * or runs the function if they are not known yet. Off for an app with State. Default: false. Gradio: cache_examples.
   */
  cacheExamples?: boolean | null;
  /** Accepted because Gradio has it. An example runs when it is first pressed, whatever this says. */
  cacheMode?: "lazy" | "eager" | null;
  /** Examples on a page. Default: 10. Gradio: examples_per_page. */
  examplesPerPage?: number;
  /** What stands there in place of each example's values. Default: the values. Gradio: example_labels. */
  exampleLabels?: readonly string[] | null;
  /** The example that is shown at first, if its outputs are remembered; false for none. Default: 0. Gradio: preload_example. */
  preloadExample?: number | false;
  /**
   * Whether the function runs by itself, a moment after an input has changed; there is no Submit then. What is entered last
   * counts. Changes of State do not run it. Default: false.
   */
  live?: boolean;
  /**
   * "manual": a person can flag what they see, with a press on a button; "auto": each call is kept. What is flagged stays in
   * this browser, with the playground; the card shows it and writes it as CSV. Default: "manual" if there are
   * `flaggingOptions` or a `flaggingCallback`, else "never" (in Gradio: "manual").
   */
  flaggingMode?: "never" | "manual" | "auto" | null;
  /** What a person can say of it: texts, or pairs of what stands on the button and what is kept. Default: just "Flag". */
  flaggingOptions?: readonly (string | readonly [text: string, value: string | null])[] | null;
  /** Called with the values of all inputs and outputs, and what the person said, in place of keeping them. Default: none. */
  flaggingCallback?: ((values: unknown[], option: string) => unknown) | null;
  /** Text of the button that runs the function, or a `gr.Button`; null: none. Default: "Submit", without inputs "Generate". */
  submitBtn?: string | Component | null;
  /** Text of the button that ends it while it runs, or a `gr.Button`; null: none. Default: "Stop". */
  stopBtn?: string | Component | null;
  /** Text of the button that gives all inputs, outputs and State their first values, or a `gr.Button`; null: none. Default: "Clear". */
  clearBtn?: string | Component | null;
  /**
   * How many calls of the function may run at once, over all tabs of this browser. 1: one at a time, each with the shared
   * variables to itself, if it can change any. Another number, or null for no limit: calls run beside each other and
   * change shared variables only inside `await gr.atomic(() => …)`. Default: 1, but calls that cannot change shared
   * variables wait only for those of the same user. Gradio: concurrency_limit.
   */
  concurrencyLimit?: number | "default" | null;
  /** What is seen while it runs: "full": over the outputs too; "minimal": the time alone; "hidden": nothing. Default: "full". */
  showProgress?: "full" | "minimal" | "hidden";
  /**
   * Checks the inputs before the function is called, with the same parameters. It returns a `gr.validate(isValid, message)`,
   * or a list with one for each input; what is wrong stands at the inputs, and nothing runs. Default: none.
   */
  validator?: ((...inputs: [...Parameters<Inputs>, ...Parameters<Additional>]) => unknown) | null;
  /** Under which name code outside of the app calls it; false: it may not. Default: the function's. Gradio: api_name. */
  apiName?: string | false | null;
  /** Whether code outside of the app may call it: "private" means it may not. Default: "public". Gradio: api_visibility. */
  apiVisibility?: "public" | "private" | "undocumented" | null;
  /** What is said of it there. Default: nothing. Gradio: api_description. */
  apiDescription?: string | false | null;
  /** Heading of the app, also the title of the tab. Default: none. */
  title?: string | null;
  /** Markdown under the title. Default: none. */
  description?: string | null;
  /** Markdown at the bottom. Default: none. */
  article?: string | null;
  /** Whether it takes all the width there is. Default: false. Gradio: fill_width. */
  fillWidth?: boolean;
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
  const Additional extends ComponentLike | readonly ComponentLike[] | null = null,
  Returned extends Result<Outputs> = Result<Outputs>,
>(options: InterfaceOptions<Inputs, Outputs, Additional, Returned> & TupleCheck<Outputs, Returned>): App {
  return createWholeApp(interfaceApp(readInterface(options)));
}
