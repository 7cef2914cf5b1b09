// State that `gr.render` makes: all of a session's stand in one variable, a Map by key, since what is rendered comes and
// goes while the session's variables are those of the module.

import type { StateDeclaration } from "../spec/app-declaration.ts";
import { type DataRules, initialOf, type SessionStates, type StateGraph } from "./session-states.ts";

/** Name of that variable. */
export const renderedSlot = "State in gr.render";

export interface RenderedStates extends SessionStates {
  /**
   * What was rendered into a component has these. One with a key keeps what it holds, if it was there before; one without
   * starts anew.
   */
  place(container: number, states: readonly (StateDeclaration & { readonly key: string | null })[]): void;
  /** No call names these components any more. */
  letGo(components: readonly number[]): void;
  /** Where in the variable each stands. */
  entries(container: number): readonly (readonly [component: number, entry: string])[];
}

/** To be called while the session's graph loads, for an app that renders. */
export function defineRenderedStates(graph: StateGraph, rules: DataRules): RenderedStates {
  graph.define(renderedSlot, renderedSlot, new Map());
  const placed = new Map<number, { readonly entry: string; readonly state: StateDeclaration; initial(): unknown }>();
  const byContainer = new Map<number, readonly (readonly [number, string])[]>();
  const values = (): Map<string, unknown> => graph.get(renderedSlot) as Map<string, unknown>;

  function find(component: number) {
    const found = placed.get(component);
    if (!found) throw new RangeError(`Component ${component} is no State any more: it was rendered anew.`);
    return found;
  }

  return {
    keys: [renderedSlot],
    has: (component) => placed.has(component),
    get: (component) => values().get(find(component).entry),
    set: (component, value) => void values().set(find(component).entry, value),
    reset(component) {
      const { entry, initial } = find(component);
      values().set(entry, initial());
    },
    tellDeleted(component, ...gone) {
      const { entry, state } = find(component);
      const value = gone.length > 0 ? gone[0] : rules.toPlain(values().get(entry));
      if (state.deleteCallback) Reflect.apply(state.deleteCallback, undefined, [value]);
    },
    place(container, states) {
      const before = byContainer.get(container) ?? [];
      const entries = states.map(({ component, key }, i): readonly [number, string] => {
        return [component, key === null ? `${container} ${i}` : `${container} key ${key}`];
      });
      const kept = new Set(entries.flatMap(([, entry], i) => (states[i]?.key == null ? [] : [entry])));
      const all = new Set(entries.map(([, entry]) => entry));
      for (const [component, entry] of before) {
        // Calls of what was there before go on with what has the same key.
        if (!kept.has(entry)) placed.delete(component);
        if (!all.has(entry)) values().delete(entry);
      }
      states.forEach((state, i) => {
        const entry = entries[i]?.[1] ?? "";
        const initial = initialOf(state, rules);
        placed.set(state.component, { entry, state, initial });
        if (state.key === null || !values().has(entry)) values().set(entry, initial());
      });
      byContainer.set(container, entries);
    },
    letGo(components) {
      for (const component of components) placed.delete(component);
    },
    entries: (container) => byContainer.get(container) ?? [],
  };
}
