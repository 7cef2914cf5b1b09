import { expect, test } from "vitest";
import type { ComponentKind, ComponentSpec, EventSpec } from "../../spec/app-spec.ts";
import { checkOutputs } from "./check-outputs.ts";

function check(kind: ComponentKind, value: unknown, interactive = false): void {
  const component: ComponentSpec = { id: 0, kind, label: "it", interactive, visible: true, value: null, props: {} };
  const event = { outputs: [0] } as unknown as EventSpec;
  const app = { components: [component] };
  checkOutputs([{ kind: "value", value }], event, app as unknown as Parameters<typeof checkOutputs>[2]);
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
  const app = { components: [] } as unknown as Parameters<typeof checkOutputs>[2];
  expect(() => checkOutputs([{ kind: "skip" }], event, app)).toThrow("too many outputs");
});
