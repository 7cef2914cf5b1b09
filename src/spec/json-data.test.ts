import { expect, test } from "vitest";
import { toJsonData } from "./json-data.ts";

test("plain data stays as it is", () => {
  const data = { a: [1, "x", null, true], b: { c: {} } };
  expect(toJsonData(data)).toEqual({ ok: true, value: data });
});

test.each([
  [undefined, null],
  [{ a: undefined, b: 1 }, { b: 1 }],
  [
    [undefined, 1],
    [null, 1],
  ],
  [
    [Number.NaN, Infinity, -Infinity],
    ["NaN", "Infinity", "-Infinity"],
  ],
  [12345678901234567890n, "12345678901234567890"],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new Date(Number.NaN), "Invalid Date"],
  [new Map([["a", new Set([1, 2])]]), { a: [1, 2] }],
  [new Map([[1, "x"]]), [[1, "x"]]],
  [new Uint8Array([1, 2]), [1, 2]],
  [new ArrayBuffer(8), { type: "ArrayBuffer", size: 8 }],
  [/a+/g, "/a+/g"],
  [new File(["ab"], "a.txt", { type: "text/plain" }), { name: "a.txt", type: "text/plain", size: 2 }],
  [new URL("https://a.example/"), "https://a.example/"],
  [Object.assign(Array(2), { 1: 1 }), [null, 1]],
])("%o goes on as %o", (value, data) => {
  expect(toJsonData(value)).toEqual({ ok: true, value: data });
});

test("one object in two places is no cycle", () => {
  const shared = { n: 1 };
  expect(toJsonData([shared, shared])).toEqual({ ok: true, value: [{ n: 1 }, { n: 1 }] });
});

test("a cycle is named by its place", () => {
  const list: unknown[] = [];
  list.push({ again: list });
  expect(toJsonData(list)).toEqual({
    ok: false,
    error: "cannot be shown as JSON: it holds a reference to itself at [0].again",
  });
});

test("a function is named by its place", () => {
  expect(toJsonData({ a: [{ "on click": () => 1 }] })).toEqual({
    ok: false,
    error: 'cannot be shown: it holds a function at .a[0]["on click"]',
  });
  expect(toJsonData(() => 1)).toEqual({ ok: false, error: "cannot be shown: it is a function" });
});

test("too deep a value is an error, not a stack overflow", () => {
  let deep: unknown = null;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(toJsonData(deep)).toMatchObject({ ok: false, error: expect.stringContaining("levels deep") });
});

test("a key named __proto__ is a key like any other", () => {
  const data = toJsonData(JSON.parse('{"__proto__": {"polluted": true}}'));
  expect(data.ok && JSON.stringify(data.value)).toBe('{"__proto__":{"polluted":true}}');
});
