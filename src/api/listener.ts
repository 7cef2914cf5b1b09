// What a listener is, as a type: the editor shows it.

import type { ComponentLike, Parameters, Result } from "./function-types.ts";

/** What a listener takes: `button.click({ fn, inputs, outputs })`. */
export interface ListenerOptions<Inputs, Outputs, Returned extends Result<Outputs> = Result<Outputs>> {
  /** The function: one parameter for each input, in order; it returns what `gr.Interface`'s does. Default: none. */
  fn(...inputs: Parameters<Inputs>): Returned;
  /** Components of the same Blocks. Default: none. */
  inputs?: Inputs;
  /** Components of the same Blocks. Default: none. */
  outputs?: Outputs;
}

/** Adds a listener. It belongs into the callback of `gr.Blocks`; anywhere else it is an error. */
export type Listen = <
  const Inputs extends ComponentLike | readonly ComponentLike[] | null = null,
  const Outputs extends ComponentLike | readonly ComponentLike[] | null = null,
  Returned extends Result<Outputs> = Result<Outputs>,
>(
  options: ListenerOptions<Inputs, Outputs, Returned>,
) => void;
