import { expect, test } from "vitest";
import { deepEqual } from "./deep-equal.ts";

test.each<[unknown, unknown]>([
  [1, 1],
  [Number.NaN, Number.NaN],
  [
    { a: [1, { b: 2 }], c: undefined },
    { c: undefined, a: [1, { b: 2 }] },
  ],
  [new Map([["a", [1]]]), new Map([["a", [1]]])],
  [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 1]])],
  [new Set([1, "a", [2]]), new Set(["a", [2], 1])],
  [new Date(5), new Date(5)],
  [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
])("%j equals %j", (a, b) => {
  expect(deepEqual(a, b)).toBe(true);
});

test.each<[unknown, unknown]>([
  [0, -0],
  [null, undefined],
  [[1], [1, 2]],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [new Map([["a", 1]]), new Map([["a", 2]])],
  [new Set([1, 2]), new Set([1, 3])],
  [new Uint8Array([1]), new Int8Array([1])],
  [[1], { 0: 1, length: 1 }],
])("%j differs from %j", (a, b) => {
  expect(deepEqual(a, b)).toBe(false);
});

test("values that hold themselves are compared", () => {
  const [a, b]: { self?: unknown; n: number }[] = [{ n: 1 }, { n: 1 }];
  Object.assign(a ?? {}, { self: a });
  Object.assign(b ?? {}, { self: b });
  expect(deepEqual(a, b)).toBe(true);
});
