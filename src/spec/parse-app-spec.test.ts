import { expect, test } from "vitest";
import type { AppSpec } from "./app-spec.ts";
import { declareComponent } from "./component-declaration.ts";
import { interfaceApp } from "./interface-app.ts";
import { buttonDeclaration, interfaceDefaults } from "./interface-declaration.ts";
import { parseAppSpec } from "./parse-app-spec.ts";

function setup(): AppSpec {
  const { app } = interfaceApp({
    ...interfaceDefaults,
    kind: "interface",
    fn: (a: string) => a,
    inputs: [declareComponent("textbox", undefined, {})],
    outputs: [declareComponent("json", undefined, {})],
    inputPath: (index) => `inputs[${index}]`,
    outputPath: (index) => `outputs[${index}]`,
    buttons: {
      submit: buttonDeclaration("Submit", "primary"),
      stop: buttonDeclaration("Stop", "stop"),
      clear: buttonDeclaration("Clear", "secondary"),
    },
  });
  return structuredClone(app);
}

/** The spec with one place of it changed: "components.0.id". */
function changed(path: string, value: unknown): unknown {
  const app = setup();
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let at: unknown = app;
  for (const key of keys) at = Reflect.get(Object(at), key);
  Reflect.set(Object(at), last, value);
  return app;
}

test("a sound spec comes out as a copy", () => {
  const app = setup();
  const result = parseAppSpec(app);
  expect(result).toEqual({ ok: true, value: app });
  expect(result.ok && result.value).not.toBe(app);
});

test.each([
  ["kind", "page"],
  ["title", 5],
  ["components", "many"],
  ["components.0", null],
  ["components.0.id", 1],
  ["components.0.kind", "__proto__"],
  ["components.0.label", "x".repeat(10_001)],
  ["components.0.visible", 1],
  ["components.0.scale", Number.NaN],
  ["components.0.minWidth", -1],
  ["components.0.elemId", {}],
  ["components.0.elemClasses", ["two words"]],
  ["components.0.key", {}],
  ["components.0.value", { toString: "x" }],
  ["components.0.props", []],
  ["components.0.props.lines", 1e9],
  ["layout.kind", "grid"],
  ["layout.component", 0],
  ["layout.children.0.children.0.component", 99],
  ["layout.children.0.children.0.component", -1],
  ["layout.children.1.children.0.component", 0],
  ["events.0.inputs", [99]],
  ["events.0.inputs.0", 0.5],
  ["events.0.name", "x".repeat(1001)],
  ["events.0.triggers.0.event", "explode"],
  ["events.0.triggers.0.kind", "whenever"],
  ["events.0.triggers.0", { kind: "then", after: 99 }],
  ["events.0.action", null],
  ["events.0.action.kind", "eval"],
  ["events.0.action.writes", "yes"],
  ["events.2.cancels", [3]],
  ["events.0.mode", "twice"],
  ["events.0.showProgress", true],
  ["events.0.action.anywhere", 1],
  ["events.0.action.renders", 99],
  ["fillWidth", 1],
  ["events.0.whileRunning.hide", null],
])("%s = %o is refused by its place", (path, value) => {
  const result = parseAppSpec(changed(path, value));
  expect(result.ok).toBe(false);
  expect(!result.ok && result.error).toContain(
    `app.${path.replace(/\.(\d+)/g, "[$1]").replace(/^layout/, "layout[0]")}`,
  );
});

test.each([null, undefined, 5, "app", [], () => 1])("%o is no app", (value) => {
  expect(parseAppSpec(value).ok).toBe(false);
});

test("a layout that goes down for ever is refused", () => {
  const endless: Record<string, unknown> = { kind: "block", component: 5 };
  endless["children"] = [endless];
  expect(parseAppSpec(changed("layout", endless)).ok).toBe(false);
});

test("props that the kind does not have are left out", () => {
  const result = parseAppSpec(changed("components.0.props.onclick", "alert(1)"));
  expect(result.ok && result.value.components[0]?.props).not.toHaveProperty("onclick");
});
