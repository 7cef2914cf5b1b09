// gr.BrowserState

import type { Component } from "./component.ts";
import { createComponent } from "./create-component.ts";

/** What `gr.BrowserState` takes besides its default. */
export interface BrowserStateOptions {
  /**
   * Names it among those of this playground. It stays the same over edits of the code; without one, the order in which
   * they are declared names them. Gradio: storage_key.
   */
  storageKey?: string;
}

/**
 * State of this browser: as `gr.State`, a value that a function receives as one more parameter and returns as one more
 * value. All users and all tabs of this browser have the same; it outlives refresh and restart, until it is cleared in the
 * State panel. Each playground has its own.
 *
 * It is data, as for `gr.State`; falsy values are kept as they are. Changing it in place counts. If the function throws,
 * the change is undone. Calls that use the same key take turns, over all tabs.
 *
 * @param value What it starts from in a browser that has nothing stored for it. Default: null.
 * @throws TypeError when the module loads, if the default is no data.
 * @example gr.Interface({ fn: add, inputs: ["textbox", gr.BrowserState([], { storageKey: "notes" })], outputs: "json" })
 */
export function BrowserState<T = null>(value?: T, options?: BrowserStateOptions): Component<T, unknown, "change">;
/** @internal `name`: the variable that it is kept in, as the compiler says. */
export function BrowserState(value: unknown, options: unknown, name?: string): Component<unknown, unknown, "change"> {
  return createComponent("browserstate", value, options, {}, name);
}
