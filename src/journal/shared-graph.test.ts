import { describe, expect, it } from "vitest";
import { type Any, load, openRoom } from "./module-for-tests.ts";
import { isShared, SharedGraph, toPlain } from "./shared-graph.ts";

describe("a transaction", () => {
  it("is needed for writing", () => {
    const { variables, call } = load(() => ({ scores: [3], map: new Map(), date: new Date(0), count: 1 }));
    const { scores, map, date } = variables;
    expect(() => scores.push(1)).toThrow("scores can be changed only while a call of the app runs.");
    expect(() => map.set(1, 1)).toThrow(/^map can be changed only/);
    expect(() => date.setTime(1)).toThrow(/^date can be changed only/);
    expect(() => call(() => scores.push(1), "read")).toThrow(
      "scores cannot be changed here: this function was taken for one that does not change shared data.",
    );
    expect(() => call((module) => void module["count"]++, "read")).toThrow(/^count cannot be changed here/);
    expect(variables["count"]).toBe(1);
    expect(scores).toEqual([3]);
  });

  it("is undone whole, variables and the order of keys included", () => {
    const { variables, graph } = load(() => ({
      record: { a: 1, b: { n: 1 }, c: 3 } as Any,
      map: new Map([
        [1, 1],
        [2, 2],
      ]),
      set: new Set([1, 2]),
      list: [3, 1, 2] as Any[],
      date: new Date(1),
      n: 1,
    }));
    const { record, map, set, list, date } = variables;
    graph.begin("write");
    delete record.b;
    delete record.a;
    record.a = list;
    map.delete(1);
    map.set(1, 5).clear();
    set.delete(1);
    set.add({});
    list.sort();
    list.shift();
    list.push({}, {});
    list.length = 1;
    date.setTime(9);
    variables["n"] = 2;
    variables["list"] = [];
    graph.rollback();
    graph.end();
    expect(Object.keys(record)).toEqual(["a", "b", "c"]);
    expect(toPlain(record)).toEqual({ a: 1, b: { n: 1 }, c: 3 });
    expect([[...map], [...set], [...list], date.getTime()]).toEqual([
      [
        [1, 1],
        [2, 2],
      ],
      [1, 2],
      [3, 1, 2],
      1,
    ]);
    expect(variables["n"]).toBe(1);
    expect(variables["list"]).toBe(list);
  });

  it("goes on after a boundary, and undoes only what came after it", () => {
    const { variables, graph } = load(() => ({ list: [] as Any[] }));
    graph.begin("write");
    variables["list"].push({ n: 1 });
    expect(graph.collect()).toEqual([
      ["new", -2, ["object", [["n", 1]]]],
      ["splice", -1, 0, 0, [["ref", -2]]],
    ]);
    graph.accept();
    variables["list"][0].n = 2;
    variables["list"].push({ n: 3 });
    expect(graph.collect()).toHaveLength(3);
    graph.rollback();
    graph.end();
    expect(toPlain(variables["list"])).toEqual([{ n: 1 }]);
  });

  it("says each thing once, however often it was written", () => {
    const { call } = load(() => ({
      record: { n: 0 } as Any,
      list: [0, 0],
      numbers: [] as number[],
      map: new Map([["a", 0]]),
    }));
    const operations = call(({ record, list, numbers, map }) => {
      for (let i = 1; i <= 1000; i++) {
        record.n += 1;
        list[i % 2] += 1;
        numbers.push(i);
        map.set("a", i);
      }
    });
    expect(operations).toHaveLength(6);
    expect(
      call(({ numbers }) => {
        while (numbers.length > 500) numbers.shift();
      }),
    ).toEqual([["splice", -3, 0, 500, []]]);
    expect(
      call(({ record, list }) => {
        record.n = Number(record.n);
        list[0] = Number(list[0]);
      }),
    ).toEqual([]);
    expect(
      call(({ numbers }) => {
        for (let i = 0; i < 1000; i++) numbers.push(i);
      }),
    ).toHaveLength(1);
    expect(call(({ numbers }) => numbers.sort((a: number, b: number) => a - b))).toHaveLength(1);
    expect(call(({ numbers }) => numbers.sort((a: number, b: number) => a - b))).toEqual([]);
  });

  it("names the path of what is no data, and changes nothing", () => {
    class Model {}
    const { variables, graph } = load(() => ({
      scores: [0, 1, 2] as Any[],
      by: { "a b": {} } as Any,
      map: new Map<unknown, unknown>(),
      count: 0,
    }));
    const cases: [() => void, string][] = [
      [() => variables["scores"].push({ by: { f: () => 1 } }), "scores[3].by.f is a function; shared data can hold"],
      [() => void (variables["by"]["a b"].m = new Model()), 'by["a b"].m is an instance of Model;'],
      [() => variables["map"].set("k", [Promise.resolve()]), 'map.get("k")[0] is a promise;'],
      [() => variables["map"].set(new WeakMap(), 1), "map.keys() is an instance of WeakMap;"],
      [() => void (variables["count"] = Symbol("s")), "count is a symbol;"],
      [
        () =>
          variables["scores"].push({
            get x() {
              return 1;
            },
          }),
        "scores[3].x is a getter or setter;",
      ],
      [
        () => variables["scores"].push({ [Symbol.iterator]: 1 }),
        "scores[3][Symbol(Symbol.iterator)] is keyed by a symbol;",
      ],
      [
        () => variables["scores"].push(Object.assign([1], { x: 1 })),
        "scores[3].x is a property of its own on an array;",
      ],
      [() => variables["scores"].push(new Error("no")), "scores[3] is an error (Error);"],
      [() => variables["scores"].push(new (class extends Array {})()), "scores[3] is an instance of"],
    ];
    for (const [write, message] of cases) {
      graph.begin("write");
      write();
      expect(() => graph.collect()).toThrow(TypeError);
      expect(() => graph.collect()).toThrow(message);
      graph.rollback();
      graph.end();
      expect([variables["scores"].length, variables["map"].size, variables["count"]]).toEqual([3, 0, 0]);
    }
  });

  it("does not mind what was stored and is gone again", () => {
    const { call } = load(() => ({
      list: [1] as Any[],
      map: new Map<unknown, unknown>([[undefined, 1]]),
      record: {} as Any,
    }));
    const operations = call(({ list, map, record }) => {
      list.push(() => 1);
      list.pop();
      const key = (): void => undefined;
      map.set(key, 1);
      map.delete(key);
      record.f = Symbol("s");
      record.f = 1;
    });
    expect(operations).toEqual([
      ["splice", -1, 1, 0, [undefined]],
      ["splice", -1, 1, 1, []],
      ["put", -3, "f", 1],
    ]);
  });

  it("says again in whole what comes back after it was gone", () => {
    const room = openRoom(() => ({ list: [{ n: 1, in: [1] }] as Any[] }));
    let taken: Any;
    room.call(({ list }) => void (taken = list.pop()));
    expect(room.replica.toData().containers).toHaveLength(1);
    room.call(() => void taken.in.push(2));
    const operations = room.call(({ list }) => void list.push(taken));
    expect(operations.map(([kind]) => kind)).toEqual(["new", "new", "splice"]);
    expect(room.first.variables["list"][0]).toBe(taken);
    expect(toPlain(room.second.variables["list"])).toEqual([{ n: 1, in: [1, 2] }]);
  });

  it("tells which variables were assigned while no call ran, and puts them back", () => {
    const { variables, graph } = load(() => ({ ticks: 0, list: [1] as unknown }));
    variables["ticks"] = 5;
    expect(graph.begin("write")).toEqual(["ticks"]);
    expect(variables["ticks"]).toBe(0);
    graph.end();
  });

  it("turns the original of an object key into its handle without moving the key", () => {
    const { variables, graph } = load(() => ({ map: new Map<unknown, unknown>([["first", 1]]) }));
    const { map } = variables;
    graph.begin("write");
    map.set({ n: 1 }, "a").set("last", 2);
    const seen: unknown[] = [];
    for (const [key] of map) {
      seen.push(key);
      graph.collect();
      graph.accept();
    }
    graph.end();
    expect(seen).toHaveLength(3);
    expect([...map.keys()].map((key) => (isShared(key) ? "handle" : key))).toEqual(["first", "handle", "last"]);
  });
});

describe("variables", () => {
  it("are committed when they are assigned, and follow what others assign", () => {
    const room = openRoom(() => ({ count: 0, list: [1] as Any }));
    expect(room.call((module) => void (module["count"] += 1))).toEqual([["bind", "count", 1]]);
    expect(room.second.variables["count"]).toBe(1);
    room.call((module) => void (module["list"] = [{ n: 1 }]), room.second);
    expect(toPlain(room.first.variables["list"])).toEqual([{ n: 1 }]);
    expect(isShared(room.second.variables["list"])).toBe(true);
  });

  it("that hold nothing may be given what is no data: it is this worker's own", () => {
    const room = openRoom(() => ({ model: null as unknown, list: [] as unknown[] }));
    const model = new (class Model {})();
    expect(room.call((module) => void (module["model"] ??= model))).toEqual([]);
    expect(room.first.variables["model"]).toBe(model);
    expect(room.second.variables["model"]).toBe(null);
    // It stays when a later call fails, and when others assign data.
    room.first.graph.begin("write");
    room.first.graph.rollback();
    room.first.graph.end();
    room.call((module) => void (module["model"] = 5), room.second);
    expect(room.first.variables["model"]).toBe(model);
    // Until data is assigned here, too.
    expect(room.call((module) => void (module["model"] = 6))).toEqual([["bind", "model", 6]]);
    expect(room.second.variables["model"]).toBe(6);
    room.call((module) => void (module["model"] = null), room.second);
    expect(room.first.variables["model"]).toBe(null);
  });

  it("that hold nothing may be given it between calls or by one that only reads", () => {
    const { variables, graph, call } = load(() => ({ model: undefined as unknown, other: null as unknown }));
    variables["model"] = () => 1;
    expect(graph.begin("read")).toEqual([]);
    graph.end();
    call((module) => void (module["other"] = () => 2), "read");
    expect(variables["model"]()).toBe(1);
    expect(variables["other"]()).toBe(2);
  });

  it("of a graph without accessors are read and set by key", () => {
    const graph = new SharedGraph();
    graph.startLoad();
    graph.define("state", "history", []);
    const { operations } = graph.finishLoad([], null);
    expect(operations).toEqual([
      ["new", -1, ["array", []]],
      ["slot", "state", { name: "history", first: -1, count: 1 }, ["ref", -1]],
    ]);
    expect(() => graph.set("state", 1)).toThrow("history can be changed only while a call of the app runs.");
    graph.begin("write");
    graph.set("state", [1, { a: 1 }]);
    graph.collect();
    graph.accept();
    graph.set("state", () => 1);
    expect(() => graph.collect()).toThrow("history is a function;");
    graph.rollback();
    graph.end();
    expect(toPlain(graph.get("state"))).toEqual([1, { a: 1 }]);
    expect(isShared(graph.get("state"))).toBe(true);
  });
});
