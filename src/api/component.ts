// What every component function returns, as a type: the editor shows it.

import type { EventName } from "../spec/event-name.ts";
import type { Listen } from "./listener.ts";
import type { OutputChange } from "./update.ts";

declare const takes: unique symbol;
declare const shows: unique symbol;

/**
 * A component, as `gr.Textbox()` and its like return it: for `inputs` and `outputs`. The same one may stand in both; then
 * the output overwrites the input.
 *
 * `Taken` is what a function receives of it as an input, `Shown` what a function may return for it as an output, `Events`
 * names what can be listened to: `button.click({ fn, inputs, outputs })`.
 */
export type Component<Taken = unknown, Shown = unknown, Events extends EventName = never> = ComponentType<
  Taken,
  Shown
> & { readonly [Event in Events]: Listen };

interface ComponentType<Taken, Shown> {
  /**
   * Puts it where the callback of the `gr.Blocks` is now, if it was made with `render: false`.
   *
   * @returns The component.
   * @throws DeclarationError outside of the callback.
   */
  render(): this;
  /** Only a type: there is no such property. */
  readonly [takes]: Taken;
  /** Only a type: there is no such property. */
  readonly [shows]: Shown;
}

/** Options that all visible components have. */
export interface CommonOptions extends BlockOptions {
  /** With false it is put nowhere yet: its `render()` does that. For what is used before it has its place. Default: true. */
  render?: boolean;
  /** Text above the component. Default: the name of the function's parameter for an input, "output" for an output. */
  label?: string | null;
  /** Whether the label is seen; a screen reader reads it all the same. Default: true. Gradio: show_label. */
  showLabel?: boolean;
  /** Text under the label that says more. Default: none. */
  info?: string | null;
  /** Whether a person can change its value. Default: true for an input, false for an output. */
  interactive?: boolean | null;
  /** Whether it has a frame of its own. Default: true. */
  container?: boolean;
  /** Where the value is a function: components whose values it takes, and whose changes it follows. Default: none. */
  inputs?: Component | readonly Component[] | Readonly<Record<string, Component>> | null;
  /** Where the value is a function: seconds between two calls, or a `gr.Timer`. Default: none. */
  every?: number | Component | null;
}

/** Options of all that has a place in the layout. */
export interface BlockOptions {
  /** Whether it is shown; "hidden" keeps it in the page, unseen. Default: true. */
  visible?: boolean | "hidden";
  /** Its share of the room in a row, against the others; 0: no more than it needs. Default: 1. */
  scale?: number | null;
  /** Pixels below which a row puts it on the next line. Default: as the kind does. Gradio: min_width. */
  minWidth?: number | null;
  /** Id of its element in the page, which begins with "app-" there. Default: none. Gradio: elem_id. */
  elemId?: string | null;
  /** Classes of its element in the page, which begin with "app-" there. Default: none. Gradio: elem_classes. */
  elemClasses?: string | readonly string[];
  /** In `gr.render`: what has the same key when it is rendered anew keeps its value and its place. Default: none. */
  key?: string | number | readonly (string | number)[] | null;
}

/**
 * A value, or a function that computes it: when the app loads, and again, in every tab, when a shared variable that it read
 * has changed. With `inputs` it receives their values, and follows them; with `every` it is called again and again.
 */
export type Computable<Value> = Value | ((...inputs: never[]) => Value | Promise<Value>);

/** What a function receives besides where nothing may be given: null where `required` is known to be false. */
// Not where it may be either: `ReturnType<typeof gr.Number>`, for a variable that is set in a callback, is a gr.Number().
export type NullUnless<Required> = [Required] extends [false] ? null : never;

/** What a function receives of a component as an input. */
export type TakenFrom<C> = C extends ComponentType<infer Taken, unknown> ? Taken : never;

/** What a function may return for a component as an output. */
export type ShownBy<C> =
  C extends ComponentType<unknown, infer Shown> ? Shown | OutputChange | ComponentType<unknown, unknown> : never;
