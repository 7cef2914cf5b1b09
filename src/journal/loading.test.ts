import { describe, expect, it } from "vitest";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import { type Any, load, loadGraph, loadModule, openRoom } from "./module-for-tests.ts";
import { numberOperations, Replica } from "./replica.ts";
import { type SharedGraph, toPlain } from "./shared-graph.ts";

describe("loading", () => {
  it("commits the first tab's values, and later tabs adopt them", () => {
    let now = 1;
    const room = openRoom(() => ({ startedAt: now++, list: [now] as Any[] }));
    expect(room.first.reports).toEqual([
      { key: "startedAt", data: true, why: "" },
      { key: "list", data: true, why: "" },
    ]);
    expect(room.second.operations).toEqual([]);
    expect([room.second.variables["startedAt"], ...room.second.variables["list"]]).toEqual([1, 2]);
  });

  it("says why a value is no data, and leaves it alone", () => {
    class Model {}
    const fn = (): number => 1;
    const { reports, variables, operations } = load(() => ({
      fn,
      deep: { layers: [new Model()] },
      map: new Map([[{ f: fn }, 1]]),
    }));
    expect(reports).toEqual([
      { key: "fn", data: false, why: "it is a function" },
      { key: "deep", data: false, why: "holds an instance of Model at .layers[0]" },
      { key: "map", data: false, why: "holds a function at .keys().f" },
    ]);
    expect(variables["fn"]).toBe(fn);
    expect(operations).toEqual([]);
  });

  it("adopts handles that closures, other values and instances captured", () => {
    const program = (define: (name: string, value: unknown) => Any) => {
      const list = define("list", [{ n: 0 }]);
      const entry = list[0];
      return {
        list,
        push: define("push", (n: number) => list.push({ n })),
        entry: define("entry", list[0]),
        read: define("read", () => entry.n),
      };
    };
    const first = loadModule(program);
    first.call(({ list, push }) => {
      push(5);
      list[0].n = 7;
    });
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(first.operations, 1, new Map()));
    replica.apply([
      ["new", 3, ["object", [["n", 5]]]],
      ["put", 2, "n", 7],
      ["splice", 1, 1, 0, [["ref", 3]]],
    ]);
    const second = loadModule(program, replica.toData());
    expect(second.operations).toEqual([]);
    expect(toPlain(second.variables["list"])).toEqual([{ n: 7 }, { n: 5 }]);
    expect(second.variables["entry"]).toBe(second.variables["list"][0]);
    expect(second.variables["read"]()).toBe(7);
    second.call(({ push }) => push(9));
    expect(second.variables["list"]).toHaveLength(3);
  });

  it("counts writes of the module itself for new variables, and drops them for adopted ones", () => {
    const program = (define: (name: string, value: unknown) => Any) => {
      const list = define("list", []);
      for (let i = 0; i < 3; i++) list.push({ i });
      let total = define("total", 0);
      total = 5;
      return { list, total };
    };
    const first = loadModule(program);
    expect(toPlain(first.variables["list"])).toEqual([{ i: 0 }, { i: 1 }, { i: 2 }]);
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(first.operations, 1, new Map()));
    replica.apply([
      ["splice", 1, 0, 2, []],
      ["bind", "total", 6],
    ]);
    const second = loadModule(program, replica.toData());
    expect(toPlain(second.variables["list"])).toEqual([{ i: 2 }]);
    expect(second.variables["total"]).toBe(6);
  });

  describe("keeps aliases between variables", () => {
    const both = (define: (name: string, value: unknown) => Any) => {
      const a = define("a", { inner: [1] });
      const b = define("b", a.inner);
      return { a, b };
    };
    const only = (define: (name: string, value: unknown) => Any) => ({ a: define("a", { inner: [1] }) });
    const dataOf = (...lists: Operation[][]): GraphData => {
      const replica = Replica.from(emptyGraph);
      const known = new Map<number, number>();
      for (const list of lists) replica.apply(numberOperations(list, replica.nextId, known));
      return structuredClone(replica.toData());
    };

    it("when both are new", () => {
      const { a, b } = loadModule(both).variables;
      expect(a.inner).toBe(b);
    });

    it("when both are adopted", () => {
      const { a, b } = loadModule(both, dataOf(loadModule(both).operations)).variables;
      expect(a.inner).toBe(b);
    });

    it("when one is adopted and the other is new", () => {
      const data = dataOf(loadModule(only).operations);
      const second = loadModule(both, data);
      expect(second.operations).toEqual([["slot", "b", { name: "b", first: 0, count: 0 }, ["ref", 2]]]);
      expect(second.variables["a"].inner).toBe(second.variables["b"]);
    });

    it("when the new one refers to what the room has lost", () => {
      const data = dataOf(loadModule(only).operations, [["put", 1, "inner", 0]]);
      const second = loadModule(both, data);
      expect(second.operations).toEqual([
        ["new", -1, ["array", [1]]],
        ["slot", "b", { name: "b", first: 0, count: 0 }, ["ref", -1]],
      ]);
      expect(second.variables["a"].inner).toBe(0);
      second.call(({ b }) => b.push(2));
      expect(second.variables["b"]).toEqual([1, 2]);
    });
  });

  it("lets go of handles whose counterpart is gone: writing through them throws", () => {
    const program = (define: (name: string, value: unknown) => Any) => {
      const list = define("list", [{ n: 0 }]);
      const entry = list[0];
      return { list, write: define("write", () => void (entry.n = 1)) };
    };
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(loadModule(program).operations, 1, new Map()));
    replica.apply([["splice", 1, 0, 1, []]]);
    const second = loadModule(program, replica.toData());
    expect(() => second.call(({ write }) => write())).toThrow(/read it from its variable/);
  });

  it("takes the room's values when another tab was first to add a variable", () => {
    const program = () => ({ list: [{ n: 0 }] as Any[] });
    const [first, second] = [load(program), load(program)];
    const list = second.variables["list"];
    const [entry] = list;
    const replica = Replica.from(emptyGraph);
    replica.apply(numberOperations(first.operations, 1, new Map()));
    replica.apply([["put", 2, "n", 5]]);
    second.graph.patch({ numbered: [], whole: replica.toData(), operations: [] });
    expect(second.variables["list"]).toBe(list);
    expect(list[0]).toBe(entry);
    expect(entry.n).toBe(5);
    expect(second.call(() => void entry.n++)).toEqual([["put", 2, "n", 6]]);
  });

  it("leaves what a loaded-once value holds to be written freely", () => {
    const { variables, reports } = loadModule((define) => {
      const handlers = define("handlers", []);
      handlers.push(() => 1);
      return { handlers, shared: define("shared", [1]) };
    });
    expect(reports[0]).toEqual({ key: "handlers", data: false, why: "holds a function at [0]" });
    variables["handlers"].push(() => 2);
    expect(variables["handlers"]).toHaveLength(2);
    expect(() => variables["shared"].push(2)).toThrow(TypeError);
  });

  describe("of a variable made local", () => {
    const program = (graph: SharedGraph) => {
      const list = graph.define("list", "list", [1]);
      const cache = { hits: 0, list };
      graph.keep("cache", "cache", cache);
      return { list, cache };
    };

    it("shares nothing, says why, and lets it be changed at any time", () => {
      const { graph, variables, operations, reports } = loadGraph(program);
      expect(reports).toEqual([
        { key: "list", data: true, why: "" },
        { key: "cache", data: false, why: "it is made local by gr.local" },
      ]);
      expect(operations.map(([kind]) => kind)).toEqual(["new", "slot"]);
      variables["cache"].hits++;
      graph.begin("read");
      variables["cache"] = { hits: 9 };
      expect(graph.collect()).toEqual([]);
      graph.end();
      expect(variables["cache"]).toEqual({ hits: 9 });
    });

    it("takes nothing out of what is shared", () => {
      const { variables, call } = loadGraph(program);
      expect(() => variables["cache"].list.push(2)).toThrow("list can be changed only while a call of the app runs.");
      call(({ cache }) => cache.list.push(2));
      expect(variables["list"]).toEqual([1, 2]);
    });

    it("refuses to share it, and leaves it as it is", () => {
      const { variables, call } = loadGraph(program);
      const store = () => call(({ list, cache }) => list.push(cache));
      expect(store).toThrow("list[1] is a value made local by gr.local");
      variables["cache"].hits++;
      expect(variables["cache"].hits).toBe(1);
    });

    it("takes a value that holds it for no data", () => {
      const { reports } = loadGraph((graph) => {
        const cache = program(graph).cache;
        return { all: graph.define("all", "all", [cache]) };
      });
      expect(reports.find(({ key }) => key === "all")?.why).toBe("holds a value made local by gr.local at [0]");
    });

    it("leaves a shared value that is only named again shared", () => {
      const { call, reports } = loadGraph((graph) => {
        const list = graph.define("list", "list", [1]);
        graph.keep("same", "same", list);
        return { list, same: list };
      });
      expect(reports.map(({ data }) => data)).toEqual([true, false]);
      expect(call(({ same }) => same.push(2))).toEqual([["splice", -1, 1, 0, [2]]]);
    });
  });

  it("keeps frozen values as constants", () => {
    const program = () => ({
      limits: Object.freeze({ max: 5, list: Object.freeze([1]) }),
      startedAt: Object.freeze([Math.random()]),
    });
    const room = openRoom(program);
    const { limits, startedAt } = room.second.variables;
    expect(startedAt[0]).toBe(room.first.variables["startedAt"][0]);
    expect(limits.max).toBe(5);
    expect(() => room.call(() => void (limits.max = 6), room.second)).toThrow("limits is frozen.");
    expect(() => room.call(() => limits.list.push(6), room.second)).toThrow("limits.list is frozen.");
  });

  it("starts a new epoch in place: what loading made stands for the new containers", () => {
    const room = openRoom(() => ({ list: [{ n: 0 }] as Any[] }));
    const { list } = room.first.variables;
    const [entry] = list;
    room.call(({ list: mine }) => void mine.push({ n: 1 }));
    const fresh = Replica.from(emptyGraph);
    fresh.apply([
      ["new", 1, ["array", [["ref", 2]]]],
      ["new", 2, ["object", [["n", 100]]]],
      ["slot", "list", { name: "list", first: 1, count: 2 }, ["ref", 1]],
    ]);
    room.first.graph.patch({ numbered: [], whole: fresh.toData(), operations: [] });
    expect(room.first.variables["list"]).toBe(list);
    expect(list).toHaveLength(1);
    expect(list[0]).toBe(entry);
    expect(entry.n).toBe(100);
  });
});
