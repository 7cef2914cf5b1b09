// The browser's state as this worker sees it: each key is a graph of its own with one variable, so that keys share nothing
// with each other or with anything else. Several components may have the same key.

import { type SharedGraph } from "../journal/shared-graph.ts";
import type { KeyOperations, Patch } from "../protocol/runtime.ts";
import type { AppDeclaration } from "../spec/app-declaration.ts";
import type { DataRules } from "./session-states.ts";
import type { TransactionGraph } from "./transaction.ts";

/** The one variable of a key's graph. */
export const browserSlot = "value";

export interface BrowserStates {
  /** What each key starts from, in a browser that has nothing stored for it. */
  readonly first: readonly KeyOperations[];
  has(component: number): boolean;
  get(component: number): unknown;
  set(component: number, value: unknown): void;
  /** Brings keys up to date. */
  patch(patches: readonly (readonly [key: string, Patch])[]): void;
  /** The graphs of some keys, for a transaction. */
  graphs(keys: readonly string[]): (readonly [key: string, TransactionGraph])[];
}

export function defineBrowserStates(
  { browserStates }: AppDeclaration,
  createGraph: () => SharedGraph,
  rules: DataRules,
): BrowserStates {
  const graphs = new Map<string, SharedGraph>();
  const keys = new Map<number, string>();
  const first: KeyOperations[] = [];
  for (const { component, storageKey, initial } of browserStates) {
    keys.set(component, storageKey);
    if (graphs.has(storageKey)) continue;
    const problem = rules.whyNotData(initial);
    if (problem) {
      const where = problem.path === "" ? "it is" : `at ${problem.path} it holds`;
      throw new TypeError(
        `The default of gr.BrowserState must be data that can be stored, but ${where} ${problem.what}.`,
      );
    }
    const graph = createGraph();
    graph.startLoad();
    graph.define(browserSlot, storageKey, rules.toPlain(initial));
    first.push([storageKey, graph.finishLoad([], null).operations]);
    graphs.set(storageKey, graph);
  }

  function graph(key: string): SharedGraph {
    const found = graphs.get(key);
    if (!found) throw new RangeError(`There is no browser state ${JSON.stringify(key)}.`);
    return found;
  }
  const graphOf = (component: number): SharedGraph => graph(keys.get(component) ?? "");

  return {
    first,
    has: (component) => keys.has(component),
    get: (component) => graphOf(component).get(browserSlot),
    set: (component, value) => graphOf(component).set(browserSlot, value),
    patch(patches) {
      for (const [key, patch] of patches) graph(key).patch(patch);
    },
    graphs: (wanted) => wanted.map((key) => [key, graph(key)]),
  };
}
