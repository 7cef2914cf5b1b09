import { describe, expect, it } from "vitest";
import { type Any, load, openRoom } from "./module-for-tests.ts";
import { isShared, toPlain } from "./shared-graph.ts";

describe("a shared value", () => {
  it("is a handle that passes for what it stands for", () => {
    const { variables } = load(() => ({
      list: Object.assign([1], { 2: 3 }),
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
    expect(room.second.variables["list"]).toEqual(
      Object.assign([], { 1: undefined, 2: null, 3: NaN, 4: -0, 5: 12n, length: 8 }),
    );
    expect(Object.keys(room.second.variables["list"])).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("finds what the callback saw, even if it took it out", () => {
    const { variables, call } = load(() => ({ queue: [1, 2, 3] as number[] }));
    const { queue } = variables;
    call(() => {
      expect(queue.find((each: number, i: number) => each === 2 && queue.splice(i, 1))).toBe(2);
      expect(queue.findLast((each: number, i: number) => each === 1 && queue.splice(i, 1))).toBe(1);
      expect(queue.find(() => false)).toBe(undefined);
      expect([queue.findIndex((each: number) => each === 3), queue.findLastIndex(() => false)]).toEqual([0, -1]);
    });
    expect(queue).toEqual([3]);
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
