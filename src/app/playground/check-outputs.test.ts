import { expect, test } from "vitest";
import type { OutputData } from "../../protocol/runtime.ts";
import type { ComponentKind, EventSpec } from "../../spec/app-spec.ts";
import { testComponent } from "../../spec/component-for-tests.ts";
import { checkOutputs } from "./check-outputs.ts";

function checkOutput(kind: ComponentKind, output: OutputData, interactive = false): void {
  const component = testComponent(kind, { interactive });
  const event = { outputs: [0] } as unknown as EventSpec;
  checkOutputs([output], event, (id) => (id === 0 ? component : undefined));
}

function check(kind: ComponentKind, value: unknown, interactive = false): void {
  checkOutput(kind, { kind: "value", value }, interactive);
}

test.each<[ComponentKind, readonly unknown[]]>([
  ["textbox", ["", "text"]],
  ["number", [null, 0, -1.5]],
  ["checkbox", [true, false]],
  ["button", ["Next"]],
  ["json", [null, "text", 1, true, [], {}, { nested: [1] }]],
])("a %s takes what the worker makes for it", (kind, values) => {
  for (const value of values) expect(() => check(kind, value)).not.toThrow();
});

test.each<[ComponentKind, readonly unknown[]]>([
  ["textbox", [1, null, {}, 1n]],
  ["number", ["1", Number.NaN, Infinity, 1n, {}]],
  ["checkbox", [0, "true", null]],
  ["button", [null, {}]],
  ["json", [1n, undefined, Number.NaN, new Map(), new Uint8Array(3), new Date()]],
  ["state", [0, {}]],
])("a %s refuses what only a forged message holds", (kind, values) => {
  for (const value of values) expect(() => check(kind, value), String(value)).toThrow("cannot be shown there");
});

test("a JSON that is typed into takes text alone", () => {
  expect(() => check("json", "{}", true)).not.toThrow();
  expect(() => check("json", {}, true)).toThrow("cannot be shown there");
});

test("what is in a value is not looked at, so checking costs the same for any size", () => {
  const value = new Proxy([], {
    get: () => {
      throw new Error("looked at");
    },
  });
  expect(() => check("json", value)).not.toThrow();
});

test("more outputs than the event has are refused", () => {
  const event = { outputs: [] } as unknown as EventSpec;
  expect(() => checkOutputs([{ kind: "skip" }], event, () => undefined)).toThrow("too many outputs");
});

test.each([
  ["a label", { label: "Name" }],
  ["the value with it", { lines: 3, value: "text" }],
  ["what all kinds have", { visible: "hidden", scale: 2, elemClasses: ["a"] }],
])("an update is taken that changes %s", (_, options) => {
  expect(() => checkOutput("textbox", { kind: "update", options })).not.toThrow();
});

test.each([
  ["an option of another kind", { min: 3 }],
  ["a value that is none of the kind", { value: 5 }],
  ["an option of another type", { lines: "many" }],
  ["a label that is none", { label: {} }],
])("an update is refused that holds %s", (_, options) => {
  expect(() => checkOutput("textbox", { kind: "update", options })).toThrow("cannot be shown there");
});
