import fc from "fast-check";
import { expect, test } from "vitest";
import { checksum } from "./checksum.ts";

test("a copy has the checksum of the original", () => {
  const anything = fc.anything({ withBigInt: true, withTypedArray: true, withSparseArray: false });
  fc.assert(fc.property(anything, (value) => checksum(structuredClone(value)) === checksum(value)));
});

test("values that differ anywhere have different checksums", () => {
  const values = [
    [[1, ["array", [1, 2]]]],
    [[1, ["array", [2, 1]]]],
    [[1, ["array", [1], 2]]],
    [[1, ["array", ["1", "2"]]]],
    [[1, ["array", [1.5, 2]]]],
    [[1, ["array", [NaN, 2]]]],
    [[1, ["array", [1n, 2n]]]],
    [[1, ["array", [null, undefined]]]],
    [[1, ["array", [undefined, null]]]],
    [[1, ["array", [true, false]]]],
    [[1, ["bytes", Uint8Array.of(1, 2)]]],
    [[1, ["bytes", Uint8Array.of(1, 3)]]],
    [[1, ["bytes", Uint8Array.of(1, 2).buffer]]],
    [[1, ["atom", new Blob(["a"])]]],
    [[1, ["atom", new Blob(["ab"])]]],
    [[1, ["atom", /a/]]],
    [[1, ["atom", /a/i]]],
    [[1, { a: 1 }]],
    [[1, { b: 1 }]],
  ];
  expect(new Set(values.map(checksum)).size).toBe(values.length);
});
