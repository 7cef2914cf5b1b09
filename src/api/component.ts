// What every component function returns, as a type: the editor shows it.

declare const takes: unique symbol;
declare const shows: unique symbol;

/**
 * A component, as `gr.Textbox()` and its like return it: for `inputs` and `outputs`. The same one may stand in both; then
 * the output overwrites the input.
 *
 * `Taken` is what a function receives of it as an input, `Shown` what a function may return for it as an output.
 */
export interface Component<Taken = unknown, Shown = unknown> {
  /** Only a type: there is no such property. */
  readonly [takes]: Taken;
  /** Only a type: there is no such property. */
  readonly [shows]: Shown;
}

/** Options that all visible components have. */
export interface CommonOptions {
  /** Text above the component. Default: the name of the function's parameter for an input, "output" for an output. */
  label?: string | null;
  /** Text under the label that says more. Default: none. */
  info?: string | null;
  /** Whether a person can change its value. Default: true for an input, false for an output. */
  interactive?: boolean | null;
  /** Whether it is shown. Default: true. */
  visible?: boolean;
}

/** What a function receives of a component as an input. */
export type TakenFrom<C> = C extends Component<infer Taken> ? Taken : never;

/** What a function may return for a component as an output. */
export type ShownBy<C> = C extends Component<unknown, infer Shown> ? Shown : never;
