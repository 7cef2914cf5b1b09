// gr.State

import type { Component } from "./component.ts";
import { createComponent } from "./create-component.ts";

/**
 * Session state: a value that a function receives as one more parameter and returns as one more value. Each user has one
 * of their own; it lives until that page is refreshed or closed. Nothing of it is shown in the app.
 *
 * It is data: null, undefined, booleans, numbers, strings, bigints, plain objects, arrays, Map, Set, Date and the like.
 * Changing it in place counts, too. If the function throws, the change is undone.
 *
 * `gr.Interface` takes exactly one State input and one State output; the one among the outputs is only a placeholder. Its
 * name in a list is `"state"`. As a type, `gr.State<T>` marks the parameter of a bare function as session state.
 *
 * @param value The value that each session starts from, copied for each; or a function that makes it, called once per
 * session. Default: null.
 * @param options See there.
 * @throws TypeError when the module loads, if the value is no data, so that it cannot be copied.
 * @example gr.Interface({ fn, inputs: ["textbox", gr.State([])], outputs: ["json", gr.State()] })
 */
export function State<T = null>(value?: T | (() => T), options?: StateOptions<T>): Component<T, unknown, "change">;
/** @internal `name`: the variable that it is kept in, as the compiler says. */
export function State(value: unknown, options: unknown, name?: string): Component<unknown, unknown, "change"> {
  return createComponent("state", value, options, {}, name);
}

/** What `gr.State` takes besides its value. */
export interface StateOptions<T> {
  /** Seconds after its last change when it is given its initial value again. Default: never. Gradio: time_to_live. */
  timeToLive?: number | null;
  /**
   * Called with the value when it expires, or when its user leaves, if anything was ever written to it. Gradio:
   * delete_callback.
   */
  deleteCallback?: ((value: T) => void) | null;
  /** In `gr.render`: what has the same key when it is rendered anew keeps its value. Default: none, it starts anew. */
  key?: string | number | readonly (string | number)[] | null;
}

/**
 * Marks the parameter of a bare function as session state, changed in place: it is just `T`.
 *
 * @example export default function add(item: string, list: gr.State<string[]> = []) { list.push(item); return list; }
 */
export type State<T> = T;
