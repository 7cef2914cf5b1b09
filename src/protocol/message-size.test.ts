import { expect, test } from "vitest";
import { measureMessage, outputLimits, type SizeLimits } from "./message-size.ts";

const limits: SizeLimits = { bytes: 100, effort: 1000, depth: 10 };

const cycle: Record<string, unknown> = {};
cycle["itself"] = cycle;

test("texts, keys and buffers count with their lengths, wherever they stand", () => {
  const value = {
    key: "four",
    list: ["ab", 1, null, undefined, 5n],
    map: new Map([["k", new Set(["v"])]]),
    view: new Uint8Array(new ArrayBuffer(20), 4, 2),
    buffer: new ArrayBuffer(7),
  };
  expect(measureMessage(value, limits)).toEqual({
    bytes: "keylistmapviewbuffer".length + 4 + 2 + 2 + 27,
    excess: null,
  });
});

test.each([
  ["a long text", "x".repeat(101), "bytes"],
  ["texts that are long together", Array.from({ length: 11 }, () => "0123456789"), "bytes"],
  ["long keys", { ["k".repeat(101)]: 1 }, "bytes"],
  ["a buffer", new ArrayBuffer(101), "bytes"],
  ["a small view of a large buffer", new Uint8Array(new ArrayBuffer(101), 0, 1), "bytes"],
  ["a long text as a key of a Map", new Map([["x".repeat(101), 1]]), "bytes"],
  ["a bigint that would take long to write", 3n ** 1_000_000n, "bytes"],
  ["a negative one", -(3n ** 1_000_000n), "bytes"],
  ["many numbers", Array.from({ length: 1001 }, () => 1), "values"],
  ["a list of four billion holes", Array(4_000_000_000), "values"],
  ["fewer, but lists", Array.from({ length: 60 }, () => []), "values"],
  ["members of a Set", new Set(Array.from({ length: 1001 }, (_, i) => i)), "values"],
  ["a cycle", cycle, "depth"],
])("%s can be too much", (_, value, excess) => {
  expect(measureMessage(value, limits).excess).toBe(excess);
});

test("what branches again and again ends at the limit of values", () => {
  let doubled: unknown = "x";
  for (let i = 0; i < 30; i++) doubled = [doubled, doubled];
  expect(measureMessage(doubled, limits).excess).toBe("depth");
  expect(measureMessage(doubled, outputLimits).excess).toBe("values");
});

test("no getter is read, and no method called", () => {
  class Trap {
    get inherited(): never {
      throw new Error("read");
    }
    toJSON(): never {
      throw new Error("called");
    }
  }
  expect(measureMessage([new Trap(), new Date(), /x/, new Error("x")], limits).excess).toBeNull();
});

test("outputs of 64 MB of text, of bytes, and of a million small objects are not too much", () => {
  expect(measureMessage("x".repeat(64_000_000), outputLimits).excess).toBeNull();
  expect(measureMessage(new Uint8Array(64_000_000), outputLimits).excess).toBeNull();
  const objects = Array.from({ length: 1_000_000 }, () => ({ id: 1 }));
  expect(measureMessage(objects, outputLimits).excess).toBeNull();
});

test("a Blob crosses as a reference, and counts as nothing however large it is", () => {
  const large = new Blob([new Uint8Array(200)]);
  expect(measureMessage([large, new File([large], "a.bin")], limits)).toEqual({ bytes: 0, excess: null });
});
