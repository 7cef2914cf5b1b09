import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFits, jsonText, membersText, primitiveText, toContainer } from "./json-text.ts";

const ROOM = 1_000_000;

test("the text of any data is that of JSON.stringify", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jsonText(value, ROOM)).toBe(JSON.stringify(value));
    }),
  );
});

test("the parts of a container, put together, are its whole", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.nat(20), (value, at) => {
      const container = toContainer(value);
      if (!container) throw new Error("An array is a container.");
      const cut = Math.min(at, value.length);
      const parts = [membersText(container, 0, cut, ROOM), membersText(container, cut, value.length, ROOM)];
      expect(`[${parts.filter((part) => part !== "").join(",")}]`).toBe(JSON.stringify(value));
    }),
  );
});

test("a value fits exactly as many characters as its JSON has", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { length } = JSON.stringify(value);
      expect(jsonFits(value, length)).toBe(true);
      expect(jsonFits(value, length - 1)).toBe(false);
    }),
  );
});

test("the keys of an object are read once, however often it is looked at", () => {
  let reads = 0;
  const value = new Proxy(
    { a: 1, b: 2 },
    {
      ownKeys(target) {
        reads += 1;
        return Reflect.ownKeys(target);
      },
    },
  );
  expect(jsonText(value, ROOM)).toBe('{"a":1,"b":2}');
  expect(jsonFits(value, 5)).toBe(false);
  expect(toContainer(value)?.size).toBe(2);
  expect(reads).toBe(1);
});

test("measuring a cycle ends", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(jsonFits(cycle, 1000)).toBe(false);
});

test("the bytes of a buffer are no keys", () => {
  expect(toContainer(new Uint8Array(3))).toBe(null);
  expect(jsonText({ bytes: new Uint8Array(3) }, ROOM)).toBe('{"bytes":null}');
});

test("what JSON does not know is written all the same", () => {
  expect(primitiveText(12n)).toBe("12");
  expect(primitiveText(undefined)).toBe("null");
  expect(jsonText([new Map(), new Date(Number.NaN)], ROOM)).toBe("[null,null]");
  expect(jsonText([Number.NaN, () => 1], ROOM)).toBe("[null,null]");
});
