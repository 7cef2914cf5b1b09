// What the tests of shared values stand on: modules with variables, and a page that passes on what they do.

import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import { numberOperations, parseOperations, Replica } from "./replica.ts";
import { isShared, SharedGraph, type SharedVariable } from "./shared-graph.ts";

/** A person's values are of no type that a test could know. */
export type Any = ReturnType<typeof JSON.parse>;

/** A module whose variables are the properties of what `program` returns, in a worker of its own. */
export function load(program: () => Record<string, unknown>, data: GraphData | null = null) {
  const graph = new SharedGraph();
  graph.startLoad();
  const define = (name: string, value: unknown): Any => graph.define(name, name, value);
  const made = program();
  const variables: Record<string, Any> = {};
  for (const [name, value] of Object.entries(made)) variables[name] = isShared(value) ? value : define(name, value);
  return finish(graph, variables, data);
}

/** The same for a program that defines its variables itself, one after the other. */
export function loadModule(
  program: (define: (name: string, value: unknown) => Any) => Record<string, unknown>,
  data: GraphData | null = null,
) {
  const graph = new SharedGraph();
  graph.startLoad();
  return finish(
    graph,
    program((name, value) => graph.define(name, name, value)),
    data,
  );
}

/** The same for one that asks the graph itself. */
export function loadGraph(program: (graph: SharedGraph) => Record<string, unknown>, data: GraphData | null = null) {
  const graph = new SharedGraph();
  graph.startLoad();
  return finish(graph, program(graph), data);
}

function finish(graph: SharedGraph, variables: Record<string, Any>, data: GraphData | null) {
  const accessors = Object.keys(variables).map((name): SharedVariable => ({
    key: name,
    name,
    get: () => variables[name],
    set: (value) => void (variables[name] = value),
  }));
  const { operations, reports } = graph.finishLoad(accessors, data);
  return {
    graph,
    variables,
    operations,
    reports,
    /** Runs a call and returns its operations. */
    call(fn: (variables: Record<string, Any>) => void, mode: "write" | "read" = "write"): Operation[] {
      graph.begin(mode);
      try {
        fn(variables);
        const made = graph.collect();
        graph.accept();
        return made;
      } finally {
        graph.end();
      }
    },
  };
}

type Tab = ReturnType<typeof load>;

/** A page that commits what a tab does, and other tabs. */
export function openRoom(program: () => Record<string, unknown>) {
  const replica = Replica.from(emptyGraph);
  const commit = (operations: Operation[], known: Map<number, number>): Operation[] => {
    const final = numberOperations(parseOperations(structuredClone(operations)), replica.nextId, known);
    replica.apply(final);
    return final;
  };
  const first = load(program);
  const loaded = new Map<number, number>();
  commit(first.operations, loaded);
  first.graph.patch({ numbered: [...loaded], whole: null, operations: [] });
  const second = load(program, structuredClone(replica.toData()));
  return {
    replica,
    first,
    second,
    call(fn: (variables: Record<string, Any>) => void, by: Tab = first): Operation[] {
      const known = new Map<number, number>();
      const final = commit(by.call(fn), known);
      const other = by === first ? second : first;
      other.graph.patch({ numbered: [], whole: null, operations: structuredClone(final) });
      by.graph.patch({ numbered: [...known], whole: null, operations: [] });
      return final;
    },
  };
}
