import { expect, test } from "vitest";
import { functionApp, type FunctionParameter } from "./function-app.ts";
import "./other-kinds.ts";

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

function input(name: string, kind: string, more: Partial<FunctionParameter> = {}) {
  const parameters = [parameter(name, kind, more)];
  return functionApp(fn, { title: "", description: "", parameters, result: null }).app.components[0];
}

test("a union of literals is a Radio, a longer one a Dropdown, that starts with the first", () => {
  const of = (count: number, more: Partial<FunctionParameter> = {}) =>
    input("of", "choices", { type: { kind: "choices", values: Array.from({ length: count }, (_, i) => i) }, ...more });
  expect(of(2)).toMatchObject({ kind: "radio", value: 0, props: { required: true } });
  expect(of(5)).toMatchObject({ kind: "radio" });
  expect(of(6)).toMatchObject({ kind: "dropdown", value: 0 });
  expect(of(3, { defaultJson: "2", optional: true })).toMatchObject({ value: 2 });
  expect(of(3, { optional: true })).toMatchObject({ value: null, props: { required: false } });
  expect(of(6, { optional: true })).toMatchObject({ value: null, props: { required: false } });
});

test("a number whose help says a range is a Slider, or a Number with a bound", () => {
  const range = { min: 0, max: 120, step: null };
  expect(input("age", "number", { range })).toMatchObject({ kind: "slider", value: 0, props: { min: 0, max: 120 } });
  expect(input("age", "number", { range, defaultJson: "30" })).toMatchObject({ kind: "slider", value: 30 });
  expect(input("age", "number", { range, optional: true })).toMatchObject({
    kind: "number",
    props: { required: false },
  });
  expect(input("n", "number", { range: { ...range, max: null } })).toMatchObject({ kind: "number", props: { min: 0 } });
  expect(() => input("age", "number", { range, defaultJson: "130" })).toThrow("age.value must be from 0 to 120");
});

test("dates, files, pictures and tables have their components", () => {
  const fields = [
    { name: "item", datatype: "str" },
    { name: "cost", datatype: "number" },
  ];
  expect(input("day", "date")).toMatchObject({ kind: "datetime", props: { type: "datetime" } });
  expect(input("of", "file", { optional: true })).toMatchObject({ kind: "file", props: { required: false } });
  expect(input("of", "blob")).toMatchObject({ kind: "image" });
  expect(input("rows", "records", { type: { kind: "records", fields } })).toMatchObject({
    kind: "dataframe",
    props: { headers: ["item", "cost"], datatype: ["str", "number"] },
  });
});

test.each([
  ["number", "number"],
  ["string", "textbox"],
  ["boolean", "checkbox"],
  ["records", "dataframe"],
  ["date", "datetime"],
  ["blob", "image"],
  ["file", "file"],
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
