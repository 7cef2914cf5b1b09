import fc from "fast-check";
import { expect, it } from "vitest";
import { differingRanges } from "./bytes-difference.ts";

it("finds a few bytes as they are, and as one those that are close to each other", () => {
  const [left, right] = [new Uint8Array(1_000_003), new Uint8Array(1_000_003)];
  expect(differingRanges(left, right)).toEqual([]);
  for (const at of [0, 500_001, 500_004, 502_000, 1_000_002]) left[at] = 1;
  expect(differingRanges(left, right)).toEqual([
    { start: 0, end: 1 },
    { start: 500_001, end: 502_001 },
    { start: 1_000_002, end: 1_000_003 },
  ]);
  expect(differingRanges(left.fill(1), right)).toEqual([{ start: 0, end: 1_000_003 }]);
});

it("finds all that differs, wherever in its buffer it starts", () => {
  const place = fc.nat({ max: 20_000 });
  fc.assert(
    fc.property(place, fc.nat({ max: 3 }), fc.array(place, { maxLength: 20 }), (length, offset, written) => {
      const left = new Uint8Array(new ArrayBuffer(length + offset), offset);
      const right = new Uint8Array(length);
      for (const at of written) left[at] = 1;
      const ranges = differingRanges(left, right);
      for (const { start, end } of ranges) {
        expect(left[start] === 1 && left[end - 1] === 1).toBe(true);
        right.set(left.subarray(start, end), start);
      }
      expect(Buffer.compare(left, right)).toBe(0);
    }),
  );
});
