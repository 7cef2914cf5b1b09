import { describe, expect, it } from "vitest";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import { loadGraph, type Any } from "./module-for-tests.ts";
import { numberOperations, Replica } from "./replica.ts";

/** `const list = [{ n: … }]` and `let count = …`, as code that calls functions with this hash makes them. */
function load(made: string, data: GraphData | null = null, n = 0) {
  return loadGraph(
    (graph) => ({
      list: graph.define("list", "list", [{ n }], made),
      count: graph.define("count", "count", n, made),
    }),
    data,
  );
}

function start() {
  const tab = load("a");
  const replica = Replica.from(emptyGraph);
  const known = new Map<number, number>();
  replica.apply(numberOperations(tab.operations, 1, known));
  tab.graph.patch({ numbered: [...known], whole: null, operations: [] });
  const commit = (run: (variables: Record<string, Any>) => void): readonly Operation[] => {
    const numbers = new Map<number, number>();
    const operations = replica.withTouched(numberOperations(tab.call(run), replica.nextId, numbers));
    replica.apply(operations);
    tab.graph.patch({ numbered: [...numbers], whole: null, operations: [] });
    return operations;
  };
  const untouched = () => [...replica.slots()].filter(([, { info }]) => info.made !== undefined).map(([key]) => key);
  return { replica, commit, untouched, tab };
}

describe("a variable is touched", () => {
  it("by an assignment", () => {
    const { commit, untouched } = start();
    expect(untouched()).toEqual(["list", "count"]);
    expect(commit((vars) => vars["count"]++).at(-1)).toEqual(["made", "count", null]);
    expect(untouched()).toEqual(["list"]);
  });

  it("by a write to anything that its initialiser made, once", () => {
    const { commit, untouched } = start();
    expect(commit(({ list }) => (list[0].n = 5)).at(-1)).toEqual(["made", "list", null]);
    expect(untouched()).toEqual(["count"]);
    expect(commit(({ list }) => list.push(1))).toEqual([["splice", 1, 1, 0, [1]]]);
  });

  it("not by what only looks at it, and not by another's write", () => {
    const { commit, untouched } = start();
    expect(commit(({ list }) => list.map((each: Any) => each.n))).toEqual([]);
    commit((vars) => (vars["count"] = 2));
    expect(untouched()).toEqual(["list"]);
  });

  it("until the write is taken back", () => {
    const { replica, commit, untouched } = start();
    const inverse = replica.apply(replica.apply(commit(() => undefined)));
    expect(inverse).toEqual([]);
    const operations = replica.withTouched([["bind", "count", 7]]);
    replica.apply(replica.apply(operations));
    expect(untouched()).toEqual(["list", "count"]);
  });

  it("before what forgets, which comes last", () => {
    const { replica } = start();
    const operations = replica.withTouched([
      ["bind", "count", 7],
      ["forget", [2]],
    ]);
    expect(operations.map(([kind]) => kind)).toEqual(["bind", "made", "forget"]);
  });

  it("from the start if it shares what another's initialiser made and the room has lost", () => {
    const data = (() => {
      const { replica, commit } = start();
      commit(({ list }) => list.pop());
      return structuredClone(replica.toData());
    })();
    const second = loadGraph((graph) => {
      const list = graph.define("list", "list", [{ n: 0 }], "a");
      return { list, entry: graph.define("entry", "entry", (list as Any)[0], "a") };
    }, data);
    expect(second.operations.at(-1)).toEqual(["slot", "entry", { name: "entry", first: 0, count: 0 }, ["ref", -1]]);
  });
});

describe("loading code whose initialisers make something else", () => {
  it("makes anew what nothing has written, and adopts the rest", () => {
    const { replica, commit } = start();
    commit((vars) => (vars["count"] = 7));
    const edited = load("b", structuredClone(replica.toData()), 1);
    expect(edited.operations).toEqual([
      ["new", -1, ["array", [["ref", -2]]]],
      ["new", -2, ["object", [["n", 1]]]],
      ["slot", "list", { name: "list", first: -1, count: 2, made: "b" }, ["ref", -1]],
    ]);
    expect(edited.variables["list"]).toEqual([{ n: 1 }]);
    expect(edited.variables["count"]).toBe(7);
  });

  it("adopts everything when they make the same, or nobody knows what they make", () => {
    const { replica } = start();
    expect(load("a", replica.toData(), 1).operations).toEqual([]);
    const unknown = loadGraph((graph) => ({ count: graph.define("count", "count", 3) }), replica.toData());
    expect(unknown.operations).toEqual([]);
    expect(unknown.variables["count"]).toBe(0);
  });

  it("gives other tabs the new value, and refuses writes to what stood there", () => {
    const { replica, tab } = start();
    const old = tab.variables["list"];
    const edited = load("b", structuredClone(replica.toData()), 1);
    const made = numberOperations(edited.operations, replica.nextId, new Map());
    const operations: Operation[] = [...made.slice(0, 2), ["unslot", "list"], ["unslot", "count"], ...made.slice(2)];
    replica.apply(operations);
    tab.graph.patch({ numbered: [], whole: null, operations });
    expect(tab.variables["list"]).toEqual([{ n: 1 }]);
    expect(tab.variables["count"]).toBe(1);
    expect(() => tab.call(() => old.push(1))).toThrow("list is no longer shared");
    tab.call(({ list }) => list.push(2));
    expect(tab.variables["list"]).toEqual([{ n: 1 }, 2]);
  });
});
