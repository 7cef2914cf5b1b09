import fc from "fast-check";
import { expect, it } from "vitest";
import { PropertyOrder } from "./property-order.ts";

it("has the keys of an object as the language has them, whatever came and went", () => {
  const key = fc.oneof(fc.nat({ max: 3000 }).map(String), fc.constantFrom("a", "b", "01", "-1", "4294967295", ""));
  const changes = fc.array(fc.record({ key, run: fc.nat({ max: 700 }), isDrop: fc.boolean() }), { maxLength: 30 });
  fc.assert(
    fc.property(changes, (list) => {
      const object: Record<string, unknown> = { z: 1, 7: 1 };
      const order = new PropertyOrder(Object.keys(object));
      const change = (name: string, isDrop: boolean): void => {
        if (isDrop) order.delete(name);
        else if (!Object.hasOwn(object, name)) order.add(name);
        if (isDrop) delete object[name];
        else object[name] = 1;
      };
      for (const { key: first, run, isDrop } of list) {
        change(first, isDrop);
        for (let i = 0; i < run; i++) change(String(Number(first) + i), isDrop);
      }
      expect([...order].join()).toBe(Object.keys(object).join());
    }),
    { numRuns: 50 },
  );
});

it("puts a name that comes back in front of the one that it stood before", () => {
  const order = new PropertyOrder(["a", "b", "c", "2"]);
  expect([order.after("a"), order.after("c")]).toEqual([["b"], undefined]);
  order.delete("b");
  order.add("1");
  order.add("b", ["c"]);
  order.add("first", ["a"]);
  expect([...order]).toEqual(["1", "2", "first", "a", "b", "c"]);
});
