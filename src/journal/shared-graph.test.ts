import { describe, expect, it } from "vitest";
import { emptyGraph, type GraphData, type Operation } from "../protocol/operation.ts";
import { numberOperations, parseOperations, Replica } from "./replica.ts";
import { isShared, SharedGraph, type SharedVariable, toPlain, whyNotData } from "./shared-graph.ts";

type Any = ReturnType<typeof JSON.parse>;

/** A module whose variables are the properties of what `program` returns, in a worker of its own. */
function load(program: () => Record<string, unknown>, data: GraphData | null = null) {
  const graph = new SharedGraph();
  graph.startLoad();
  const define = (name: string, value: unknown): Any => graph.define(name, name, value);
  const made = program();
  const variables: Record<string, Any> = {};
  for (const [name, value] of Object.entries(made)) variables[name] = isShared(value) ? value : define(name, value);
  return finish(graph, variables, data);
}

/** The same for a program that defines its variables itself, one after the other. */
function loadModule(
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
function openRoom(program: () => Record<string, unknown>) {
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

describe("a shared value", () => {
  it("is a handle that passes for what it stands for", () => {
    const { variables } = load(() => ({
      list: [1, , 3],
      record: { a: 1 },
      map: new Map([["a", 1]]),
      set: new Set([1]),
      date: new Date(5),
      dict: Object.create(null) as object,
    }));
    const { list, record, map, set, date, dict } = variables;
    for (const each of Object.values(variables)) expect(isShared(each)).toBe(true);
    expect(Array.isArray(list) && list instanceof Array && Object.getPrototypeOf(list) === Array.prototype).toBe(true);
    expect(list.constructor).toBe(Array);
    expect(1 in list).toBe(false);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(dict)).toBe(null);
    expect(map instanceof Map && map.constructor === Map && Map.prototype.get.call(map, "a")).toBe(1);
    expect(set instanceof Set && set.constructor === Set && set.size).toBe(1);
    expect(date instanceof Date && Date.prototype.getTime.call(date)).toBe(5);
    expect(Object.prototype.toString.call(map)).toBe("[object Map]");
    expect(JSON.stringify({ list, record, date })).toBe(
      '{"list":[1,null,3],"record":{"a":1},"date":"1970-01-01T00:00:00.005Z"}',
    );
    expect([...map, ...set, ...Object.keys(record), ...Object.getOwnPropertyNames(map)]).toEqual([["a", 1], 1, "a"]);
  });

  it("keeps undefined, null, NaN, -0, bigints and holes", () => {
    const room = openRoom(() => ({ list: [0] as unknown[] }));
    room.call(({ list }) => {
      list.push(undefined, null, NaN, -0, 12n);
      list.length = 8;
      delete list[0];
    });
    expect(room.second.variables["list"]).toEqual([, undefined, null, NaN, -0, 12n, , ,]);
    expect(Object.keys(room.second.variables["list"])).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("sees an object that is changed after it was pushed", () => {
    const room = openRoom(() => ({ list: [] as unknown[] }));
    room.call(({ list }) => {
      const entry: Any = { n: 1 };
      list.push(entry);
      expect(list.at(-1)).toBe(entry);
      entry.n = 2;
      entry.in = { deep: [1] };
    });
    expect(toPlain(room.second.variables["list"])).toEqual([{ n: 2, in: { deep: [1] } }]);
  });

  it("keeps aliases, cycles, moves and swaps", () => {
    const room = openRoom(() => ({ list: [{ n: 0 }, { n: 1 }] as Any[], other: {} as Any }));
    room.call(({ list, other }) => {
      const entry: Any = { all: list };
      entry.self = entry;
      list.push(entry, entry);
      other.entry = entry;
      other.first = list[0];
      [list[0], list[1]] = [list[1], list[0]];
    });
    const { list, other } = room.second.variables;
    expect(list[2]).toBe(list[3]);
    expect(list[2].self).toBe(list[2]);
    expect(list[2].all).toBe(list);
    expect(other.entry).toBe(list[2]);
    expect(other.first).toBe(list[1]);
    room.call(({ other: mine }) => void (mine.entry.n = 5));
    expect(list[3].n).toBe(5);
  });

  it("keeps an element that is held while the array shifts", () => {
    const room = openRoom(() => ({ list: [{ n: 0 }, { n: 1 }, { n: 2 }] as Any[] }));
    const last = room.first.variables["list"][2];
    room.call(({ list }) => void list.shift(), room.second);
    room.call(() => void (last.n = 7));
    expect(toPlain(room.second.variables["list"])).toEqual([{ n: 1 }, { n: 7 }]);
  });

  it("has one handle for ever, also when others change it and when it starts again from the whole", () => {
    const room = openRoom(() => ({ list: [{ n: 0 }] as Any[] }));
    const { list } = room.first.variables;
    const [entry] = list;
    room.call(({ list: theirs }) => void theirs.unshift({ n: 9 }), room.second);
    expect(room.first.variables["list"]).toBe(list);
    expect(list[1]).toBe(entry);
    room.call(({ list: theirs }) => void theirs.reverse(), room.second);
    room.first.graph.patch({ numbered: [], whole: structuredClone(room.replica.toData()), operations: [] });
    expect(room.first.variables["list"]).toBe(list);
    expect(list[0]).toBe(entry);
    expect(toPlain(list)).toEqual([{ n: 0 }, { n: 9 }]);
  });

  it("unwraps arguments: what was pushed is found after the call", () => {
    const { variables, call } = load(() => ({ list: [] as unknown[], map: new Map(), set: new Set() }));
    const entry = { n: 1 };
    call(({ list, map, set }) => {
      list.push(entry);
      map.set(entry, "x");
      set.add(entry);
    });
    const { list, map, set } = variables;
    expect(list.includes(entry) && list.indexOf(entry) === 0 && list.lastIndexOf(entry) === 0).toBe(true);
    expect(map.get(entry)).toBe("x");
    expect(map.get(list[0])).toBe("x");
    expect(set.has(entry) && set.has(list[0])).toBe(true);
    expect([...map.keys(), ...set]).toEqual([list[0], list[0]]);
    expect([...map.keys()][0]).toBe(list[0]);
  });

  it("freezes the plain original, so that a late write to it throws instead of vanishing", () => {
    const { variables, call } = load(() => ({ list: [] as Any[] }));
    const entry = { in: { n: 1 }, map: new Map<string, number>(), date: new Date(0) };
    call(({ list }) => void list.push(entry));
    expect(() => void (entry.in.n = 2)).toThrow(TypeError);
    expect(() => entry.map.set("a", 1)).toThrow(/copied when it became shared/);
    expect(() => entry.date.setTime(1)).toThrow(TypeError);
    expect(variables["list"][0].in.n).toBe(1);
    // Storing it once more stores what it became.
    call(({ list }) => void list.push(entry));
    expect(variables["list"][1]).toBe(variables["list"][0]);
  });

  it("passes itself as the third argument of callbacks", () => {
    const { variables } = load(() => ({ list: [1, 2] }));
    const { list } = variables;
    const seen: unknown[] = [];
    list.forEach((_: unknown, __: unknown, array: unknown) => seen.push(array));
    list.reduce((_: unknown, __: unknown, ___: unknown, array: unknown) => seen.push(array), 0);
    list.find((_: unknown, __: unknown, array: unknown) => void seen.push(array));
    expect(seen.every((array) => array === list)).toBe(true);
  });

  it("is copied when it belongs to another graph", () => {
    const room = load(() => ({ list: [{ n: 1 }] as Any[] }));
    const session = load(() => ({ history: [] as Any[], map: new Map() }));
    session.call(({ history, map }) => {
      history.push(room.variables["list"], room.variables["list"]);
      map.set(room.variables["list"], room.variables["list"][0]);
    });
    const { history, map } = session.variables;
    expect(toPlain(history)).toEqual([[{ n: 1 }], [{ n: 1 }]]);
    expect(history[0]).toBe(history[1]);
    expect(history[0]).not.toBe(room.variables["list"]);
    expect([...map.keys()][0]).toBe(history[0]);
    room.call(({ list }) => void (list[0].n = 2));
    expect(history[0][0].n).toBe(1);
  });

  it("refuses what plain data cannot be, with the name of the variable", () => {
    const { call } = load(() => ({ list: [[1]] as Any[], record: {} as Any }));
    const refused: [(variables: Record<string, Any>) => void, RegExp][] = [
      [({ list }) => Object.freeze(list[0]), /^list\[0\] cannot be frozen or sealed/],
      [({ record }) => Object.seal(record), /^record cannot be frozen/],
      [({ record }) => Object.setPrototypeOf(record, null), /^record cannot have another prototype/],
      [({ record }) => void (record.__proto__ = {}), /^record cannot have another prototype/],
      [({ record }) => void (record[Symbol.iterator] = 1), /symbol/],
      [({ list }) => void (list.name = "x"), /^list cannot have a property "name"/],
      [({ record }) => Object.defineProperty(record, "x", { get: () => 1 }), /getter/],
      [({ record }) => Object.defineProperty(record, "x", { value: 1 }), /not writable/],
      [({ list }) => Object.defineProperty(list, "length", { writable: false }), /frozen/],
    ];
    for (const [write, message] of refused) expect(() => call(write)).toThrow(message);
    expect(() => call(({ list }) => void (list.length = -1))).toThrow(RangeError);
    expect(() => call(({ list }) => void (list[4_000_000] = 1))).toThrow(RangeError);
    expect(Object.setPrototypeOf([], Array.prototype)).toEqual([]);
  });
});

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
        record.n = record.n;
        list[0] = list[0];
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

describe("a plain copy", () => {
  it("unwraps handles anywhere, with aliases, cycles and what is no data kept", () => {
    const { variables } = load(() => ({
      list: [{ n: 1 }] as Any[],
      map: new Map([[{ k: 1 }, new Set([1])]]),
      date: new Date(3),
    }));
    const { list, map, date } = variables;
    const fn = (): number => 1;
    const mixed: Any = { list, again: list, map, date, fn, blob: new Blob(["x"]), in: [list[0]] };
    mixed.self = mixed;
    const plain: Any = toPlain(mixed);
    expect(isShared(plain.list) || isShared(plain.list[0]) || isShared(plain.map) || isShared(plain.date)).toBe(false);
    expect(plain.list).toBe(plain.again);
    expect(plain.in[0]).toBe(plain.list[0]);
    expect(plain.self).toBe(plain);
    expect(plain.fn).toBe(fn);
    expect(plain.blob).toBe(mixed.blob);
    expect([...plain.map]).toEqual([[{ k: 1 }, new Set([1])]]);
    expect(plain.date).toEqual(new Date(3));
    delete plain.fn;
    expect(() => structuredClone(plain)).not.toThrow();
  });

  it("of a very long chain does not overflow", () => {
    const { variables, call } = load(() => ({ head: null as Any }));
    call((module) => {
      for (let i = 0; i < 50_000; i++) module["head"] = { next: module["head"] };
    });
    expect((toPlain(variables["head"]) as Any).next.next.next).toBeTruthy();
  });
});

describe("data", () => {
  it("is told from what is none, with the path", () => {
    expect(whyNotData({ a: [1, new Map([["k", new Set([/x/, new Date(), 1n, null])]])] })).toBe(null);
    expect(whyNotData({ layers: [{ f: Math.max }] })).toMatchObject({ path: ".layers[0].f", what: "a function" });
    expect(whyNotData(class A {})).toMatchObject({ path: "", what: "a class" });
    expect(whyNotData(new Proxy({}, {}))).toBe(null);
    expect(whyNotData(new SharedArrayBuffer(1))).toMatchObject({ what: "an instance of SharedArrayBuffer" });
  });
});
