import fc from "fast-check";
import { expect, test } from "vitest";
import { evenTrack, scrollInto, stretchIn, unevenTrack } from "./track.ts";

test("an even track is an uneven one of equal sizes", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 1, max: 40 }), fc.nat(1000), fc.nat(300), (count, size, from, length) => {
      const [even, uneven] = [evenTrack(count, size), unevenTrack(Array.from({ length: count }, () => size))];
      const window = { from, to: from + length };
      expect(stretchIn(even, window, 2)).toEqual(stretchIn(uneven, window, 2));
    }),
  );
});

test("what is drawn is what lies in the window, and some around it", () => {
  const track = unevenTrack([10, 30, 10, 50, 10]);
  expect(stretchIn(track, { from: 0, to: 10 }, 0)).toEqual({ first: 0, end: 1 });
  expect(stretchIn(track, { from: 10, to: 41 }, 0)).toEqual({ first: 1, end: 3 });
  expect(stretchIn(track, { from: 60, to: 70 }, 1)).toEqual({ first: 2, end: 5 });
  expect(stretchIn(track, { from: 500, to: 600 }, 0)).toEqual({ first: 5, end: 5 });
  expect(stretchIn(unevenTrack([]), { from: 0, to: 100 }, 3)).toEqual({ first: 0, end: 0 });
  expect(stretchIn(track, { from: 0, to: 0 }, 1)).toEqual({ first: 0, end: 2 });
});

test("scrolling goes no further than needed", () => {
  const track = evenTrack(100, 10);
  const window = { from: 100, size: 50 };
  expect(scrollInto(track, 12, window)).toBe(100);
  expect(scrollInto(track, 3, window)).toBe(30);
  expect(scrollInto(track, 20, window)).toBe(160);
  // What does not fit shows its beginning.
  expect(scrollInto(unevenTrack([10, 90]), 1, { from: 0, size: 50 })).toBe(10);
});
