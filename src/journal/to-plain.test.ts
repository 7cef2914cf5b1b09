import { describe, expect, it } from "vitest";
import { type Any, load } from "./module-for-tests.ts";
import { isShared, toPlain, whyNotData } from "./shared-graph.ts";

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
