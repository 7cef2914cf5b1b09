// The State of a session: each gr.State of the app is a slot of the session's graph, which stays its own over edits of the
// code as long as its place among them and its initial value stay.

import type { AppDeclaration, StateDeclaration } from "../spec/app-declaration.ts";
import { inspect } from "./inspect.ts";

/** What the State needs of the session's SharedGraph. */
export interface StateGraph {
  define(key: string, name: string, value: unknown, made?: string): unknown;
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** What the journal knows of values. */
export interface DataRules {
  /** Why a value is no data, or null. */
  whyNotData(value: unknown): { readonly path: string; readonly what: string } | null;
  /** A deep copy without live handles. */
  toPlain(value: unknown): unknown;
}

export interface SessionStates {
  /** Slots of the State that the app declares, in order; the session may hold others, of earlier code. */
  readonly keys: readonly string[];
  get(component: number): unknown;
  set(component: number, value: unknown): void;
  has(component: number): boolean;
  /** Gives a State its initial value anew. */
  reset(component: number): void;
  /** Tells its callback, if it has one, of the value that it is about to lose, or of that of a session that is no more. */
  tellDeleted(component: number, gone?: unknown): void;
}

/** What is there before a program says which State it wants. */
export interface StateSources {
  /** Hash of what a function calls that makes an initial value, if that is known. */
  madeBy(initial: unknown): string | undefined;
  /** Whether the session has a slot already: its value comes from there, so nothing makes it anew. */
  has(key: string, made: string | undefined): boolean;
}

export function defineStates(
  { app, states }: AppDeclaration,
  graph: StateGraph,
  rules: DataRules,
  sources: StateSources,
): SessionStates {
  const slots = new Map<number, { readonly key: string; initial(): unknown; readonly state: StateDeclaration }>();
  for (const [ordinal, state] of states.entries()) {
    const initial = initialOf(state, rules);
    const key = `State ${ordinal}#${hashText(declarationText(state, rules))}`;
    slots.set(state.component, { key, initial, state });
    const made = sources.madeBy(state.initial);
    const value = sources.has(key, made) ? undefined : initial();
    graph.define(key, app.components[state.component]?.label ?? "State", value, made);
  }

  function slot(component: number) {
    const found = slots.get(component);
    if (!found) throw new RangeError(`Component ${component} is no State.`);
    return found;
  }

  return {
    keys: Array.from(slots.values(), ({ key }) => key),
    has: (component) => slots.has(component),
    get: (component) => graph.get(slot(component).key),
    set: (component, value) => graph.set(slot(component).key, value),
    reset(component) {
      const { key, initial } = slot(component);
      graph.set(key, initial());
    },
    tellDeleted(component, ...gone) {
      const { key, state } = slot(component);
      const value = gone.length > 0 ? gone[0] : rules.toPlain(graph.get(key));
      if (state.deleteCallback) Reflect.apply(state.deleteCallback, undefined, [value]);
    },
  };
}

/** Makes the initial value of a State: a copy of what was declared, or what its function gives. */
export function initialOf({ initial }: StateDeclaration, rules: DataRules): () => unknown {
  if (typeof initial !== "function") {
    // Copied once now, so that nobody changes it later, and once for each use.
    const kept = copy(initial, rules);
    return () => rules.toPlain(kept);
  }
  return () => copy(Reflect.apply(initial, undefined, []), rules);
}

function copy(value: unknown, rules: DataRules): unknown {
  const problem = rules.whyNotData(value);
  if (!problem) return rules.toPlain(value);
  const where = problem.path === "" ? "it is" : `at ${problem.path} it holds`;
  throw new TypeError(
    `The initial value of gr.State must be able to be copied for each session, but ${where} ${problem.what}.`,
  );
}

function declarationText({ initial }: StateDeclaration, rules: DataRules): string {
  if (typeof initial === "function") return Function.prototype.toString.call(initial);
  return inspect(rules.toPlain(initial), { depth: 100, entries: 10_000, chars: 100_000 });
}

/** 52 bits of a text, as 9 characters: two FNV-like hashes that only have to tell edits of one program apart. */
function hashText(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1000193];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return ((low >>> 0) * 2 ** 20 + ((high >>> 0) & 0xfffff)).toString(36);
}
