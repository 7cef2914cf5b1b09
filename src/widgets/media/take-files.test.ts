import { expect, test } from "vitest";
import { takeFiles } from "./take-files.ts";

const a = new File(["1"], "a.csv");
const b = new File([""], "b.csv");
const image = new File(["2"], "c.png", { type: "image/png" });

test("one file takes the place of the one before, several come after those before", () => {
  expect(takeFiles([b], { single: true, types: null, before: [a] })).toEqual({ ok: true, value: [b] });
  expect(takeFiles([b, image], { single: false, types: null, before: [a] })).toEqual({
    ok: true,
    value: [a, b, image],
  });
});

test("a file of another type is refused by its name, with all that came with it", () => {
  expect(takeFiles([a, image], { single: false, types: [".csv", "text"], before: [] })).toEqual({
    ok: false,
    error: '"c.png" is of another type: this takes .csv, text.',
  });
});

test("too many, and none, are refused", () => {
  expect(takeFiles([a, b], { single: true, types: null, before: [] })).toEqual({
    ok: false,
    error: "This takes one file; these are 2.",
  });
  expect(takeFiles([], { single: false, types: null, before: [] }).ok).toBe(false);
  expect(takeFiles([a], { single: false, types: null, before: Array.from({ length: 10_000 }, () => a) }).ok).toBe(
    false,
  );
});
