import { expect, test } from "vitest";
import { functionApp, type FunctionParameter } from "./function-app.ts";

function parameter(name: string, kind: string, more: Partial<FunctionParameter> = {}): FunctionParameter {
  return { name, type: { kind }, optional: false, defaultJson: null, help: "", ...more };
}

const fn = () => 1;

test("inputs come from types, defaults and names", () => {
  const { app } = functionApp(fn, {
    title: "Greet",
    description: "Says hello.",
    parameters: [
      parameter("name", "string", { help: "Who" }),
      parameter("times", "number", { optional: true, defaultJson: "2" }),
      parameter("loud", "boolean"),
      parameter("data", "unknown"),
      parameter("limit", "unknown", { defaultJson: "10" }),
    ],
    result: { kind: "string" },
  });
  expect(app).toMatchObject({ kind: "function", title: "Greet", description: "Says hello.", article: null });
  expect(app.components.slice(0, 6).map(({ kind, label, value }) => [kind, label, value])).toEqual([
    ["textbox", "name", ""],
    ["number", "times", 2],
    ["checkbox", "loud", false],
    ["json", "data", ""],
    ["number", "limit", 10],
    ["textbox", "output", ""],
  ]);
  expect(app.components[0]?.props).toMatchObject({ info: "Who" });
});

test("a union of literals is a field that says them and starts with the first", () => {
  const choices = (...values: (string | number)[]) =>
    functionApp(fn, {
      title: "",
      description: "",
      parameters: [parameter("of", "choices", { type: { kind: "choices", values } })],
      result: null,
    }).app.components[0];
  expect(choices("add", "subtract")).toMatchObject({
    kind: "textbox",
    value: "add",
    props: { info: "One of add, subtract" },
  });
  expect(choices(1, 2)).toMatchObject({ kind: "number", value: 1 });
});

test.each([
  ["number", "number"],
  ["string", "textbox"],
  ["boolean", "checkbox"],
  ["records", "json"],
])("a result of type %s is a %s", (type, kind) => {
  const { app } = functionApp(fn, { title: "", description: "", parameters: [], result: { kind: type } });
  expect(app.components[0]?.kind).toBe(kind);
});

test("a result of unknown type shows anything", () => {
  const { app } = functionApp(fn, null);
  expect(app.components[0]).toMatchObject({ kind: "textbox", props: { anything: true } });
});

test("without a signature the names come from the function's text", () => {
  const { app } = functionApp((first: unknown, { second }: { second: unknown }) => [first, second], null);
  expect(app.components.slice(0, 2).map(({ kind, label }) => [kind, label])).toEqual([
    ["json", "first"],
    ["json", "input 1"],
  ]);
});

test("a State parameter is session state, changed in place", () => {
  const list = parameter("list", "state", { type: { kind: "state", of: { kind: "unknown" } }, defaultJson: "[]" });
  const { app, states } = functionApp(fn, { title: "", description: "", parameters: [list], result: null });
  expect(states).toEqual([{ component: 0, initial: [], deleteCallback: null }]);
  expect(app.events[0]).toMatchObject({ inputs: [0], outputs: [1] });
});

test("a State parameter of unknown type needs a value to start from", () => {
  const list = parameter("list", "state", { type: { kind: "state", of: { kind: "unknown" } } });
  const make = () => functionApp(fn, { title: "", description: "", parameters: [list], result: null });
  expect(make).toThrow("list is a State, so it needs a value to start from");
});
