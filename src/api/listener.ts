// What a listener is, as a type: the editor shows it.

import type { Component } from "./component.ts";
import type { Dependency } from "./dependency.ts";
import type { ComponentLike, Empties, FunctionOf, Parameters, Result } from "./function-types.ts";
import type { OutputChange } from "./update.ts";

/** One component, several, or a record that names them: then the function takes one record. */
export type Inputs = ComponentLike | readonly ComponentLike[] | Readonly<Record<string, Component>> | null;

type IsRecord<T> = T extends Component | string | readonly unknown[] | null
  ? false
  : T extends { readonly name: string }
    ? false
    : true;

/** What a listener's function takes. */
export type Takes<I> =
  IsRecord<I> extends true
    ? [inputs: { -readonly [Name in keyof I]: Parameters<readonly [I[Name]]>[0] }]
    : Parameters<I>;

/** What it takes where those inputs are empty that may be. */
type Emptied<I> =
  IsRecord<I> extends true
    ? [inputs: { -readonly [Name in keyof I]: Empties<Parameters<readonly [I[Name]]>>[0] }]
    : Empties<Parameters<I>>;

/** What a listener's function may return. */
export type Returns<O> =
  IsRecord<O> extends true
    ? unknown
    : | Result<O>
      | OutputChange
      | (O extends null ? unknown : never)
      | Readonly<Record<string, unknown>>
      | Promise<OutputChange>;

/** What a listener takes: `button.click({ fn, inputs, outputs })`. */
export interface ListenerOptions<I, O, Returned extends Returns<O> = Returns<O>> {
  /**
   * The function: one parameter for each input, in order, or one record if `inputs` is one. It returns what that of
   * `gr.Interface` does, or a record of some outputs if `outputs` (or `inputs`) names them. Default: none, for a listener
   * that only cancels.
   */
  fn?: FunctionOf<Takes<I>, Returned, Emptied<I>> | null;
  /** Components of the same Blocks: one, a list, or a record. Default: none. */
  inputs?: I;
  /** Components of the same Blocks: one, a list, or a record. Default: none. */
  outputs?: O;
  /** What is seen at the outputs meanwhile: everything, the time alone, or nothing. Default: "full". */
  showProgress?: "full" | "minimal" | "hidden";
  /**
   * What a trigger does while the function still runs: nothing ("once"), one more call ("multiple"), or a call when this
   * one has ended, with what is there then ("always_last"). Default: "always_last" for change, input, keyUp and release,
   * else "once".
   */
  triggerMode?: "once" | "multiple" | "always_last";
  /** How many calls may run at once, as for `gr.Interface`. Default: 1. */
  concurrencyLimit?: number | null;
  /** Listeners with the same text share their limit, the lowest of theirs, over all tabs. Default: none. */
  concurrencyId?: string | null;
  /** Handles of listeners whose calls this one stops, wherever they are. Default: none. */
  cancels?: Dependency | readonly Dependency[] | null;
  /** Called before the function, with the same inputs; returns a `gr.validate(…)` for each. Default: none. */
  validator?: ((...inputs: Takes<I>) => unknown) | null;
  /**
   * Under which name code outside of the app calls it; false: it may not. Default: the function's, if it has one of its own.
   * Gradio: api_name.
   */
  apiName?: string | false | null;
  /** Whether code outside of the app may call it: "private" means it may not. Default: "public". Gradio: api_visibility. */
  apiVisibility?: "public" | "private" | "undocumented" | null;
  /** Also calls it again and again: seconds between two calls, or a `gr.Timer`. Default: none. */
  every?: number | Component | null;
  /** Accepted because Gradio has it; a call that need not wait does not. */
  queue?: boolean;
  /** Accepted because Gradio has it; nothing scrolls by itself here. Gradio: scroll_to_output. */
  scrollToOutput?: boolean;
  /** Accepted because Gradio has it; what is on its way shows at the outputs. Gradio: show_progress_on. */
  showProgressOn?: Component | readonly Component[] | null;
  /** Accepted because Gradio has it. Gradio: api_description. */
  apiDescription?: string | false | null;
  /** Accepted because Gradio has it: in `gr.render`, what it makes says by its own `key` what it is. */
  key?: string | number | readonly (string | number)[] | null;
}

/** Adds a listener. It belongs into the callback of `gr.Blocks`; anywhere else it is an error. */
export type Listen = <
  const I extends Inputs = null,
  const O extends ComponentLike | readonly ComponentLike[] | Readonly<Record<string, ComponentLike>> | null = null,
  Returned extends Returns<O> = Returns<O>,
>(
  options: ListenerOptions<I, O, Returned>,
) => Dependency;

/** Adds what follows a listener. It takes an options object only. */
export type Follow = Listen;
