import { expect, test } from "vitest";
import { readRequest, readTheme, readToFrame } from "./read-request.ts";

const call = { type: "call", id: 1, endpoint: "/f", inputs: [1] };

/** What is wrong, or "". */
function errorOf(value: unknown): string {
  const read = readRequest(value);
  return read.ok ? "" : read.error.message;
}

test("requests of each type are read, and nothing else of them goes further", () => {
  const all = [
    call,
    { ...call, inputs: { a: new Map([[1, new Date(0)]]) } },
    { type: "api", id: 0 },
    { type: "cancel", id: 2 },
    { type: "get", id: 3, name: "scores" },
    { type: "set", id: 4, name: "scores", value: [1, new Uint8Array(2)] },
    { type: "subscribe", id: 5, name: "scores" },
    { type: "close" },
  ];
  for (const request of all) expect(readRequest({ ...request, extra: 1 })).toEqual({ ok: true, value: request });
});

test.each([null, 1, "call", [], [call], new Map(), Object.create(call), Object.assign(Object.create(null), call)])(
  "%s is no request",
  (value) => expect(errorOf(value)).toBe("A request is an object."),
);

test.each([undefined, null, "1", -1, 0.5, NaN, Infinity, 2 ** 53, [1]])("%s is no number of a request", (id) => {
  expect(errorOf({ ...call, id })).toBe("A request has a number.");
});

const wrong: readonly (readonly [what: string, words: string, changes: () => object])[] = [
  ["another type", "no request of this type", () => ({ type: "GET" })],
  ["the type of what all objects have", "no request of this type", () => ({ type: "constructor" })],
  ["an endpoint without a name", "named by a short text", () => ({ endpoint: "" })],
  ["an endpoint with a long name", "named by a short text", () => ({ endpoint: "/".repeat(201) })],
  ["an endpoint that is no text", "named by a short text", () => ({ endpoint: { toString: "x" } })],
  ["a call without inputs", "Inputs are a list", () => ({ inputs: undefined })],
  ["a text as inputs", "Inputs are a list", () => ({ inputs: "ab" })],
  ["a Set as inputs", "Inputs are a list", () => ({ inputs: new Set([1]) })],
  ["too many inputs", "201 inputs", () => ({ inputs: Array.from({ length: 201 }) })],
  ["too long a text", "more than 64 MB", () => ({ inputs: ["x".repeat(64_000_001)] })],
  ["too large a buffer", "more than 64 MB", () => ({ inputs: [new Uint8Array(64_000_001)] })],
  ["too many values", "more values", () => ({ inputs: [Array.from({ length: 5_000_001 })] })],
  ["too deep a list", "nested too deeply", () => ({ inputs: [nested(300)] })],
  ["a variable whose name is no text", "name of a variable", () => ({ type: "get", name: 1 })],
  ["too deep a value", "nested too deeply", () => ({ type: "set", name: "x", value: nested(300) })],
];

for (const [what, words, changes] of wrong) {
  test(`${what} is refused in words, with the request's number`, () => {
    const read = readRequest({ ...call, ...changes() });
    const { id, message } = read.ok ? { id: null, message: "" } : read.error;
    expect(id).toBe(1);
    expect(message).toContain(words);
  });
}

test("a frame understands two messages, and a connection of its own version only", () => {
  expect(readToFrame({ interstate: "hello", more: 1 })).toEqual({ interstate: "hello" });
  const connect = { interstate: "connect", version: 1, as: "client" };
  expect(readToFrame(connect)).toEqual(connect);
  const others = [null, "hello", { interstate: "here" }, { ...connect, version: 2 }, { ...connect, as: "owner" }];
  for (const other of others) expect(readToFrame(other)).toBeNull();
});

test("a view may ask for a theme, or for none", () => {
  expect(readTheme({ type: "theme", theme: "dark" })).toBe("dark");
  expect(readTheme({ type: "theme", theme: null })).toBeNull();
  for (const other of [null, { type: "theme" }, { type: "theme", theme: "url(x)" }, { theme: "dark" }])
    expect(readTheme(other)).toBeUndefined();
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}
