import { expect, test } from "vitest";
import { toAppMessage } from "./app-message.ts";
import { AppBuilder } from "./app-builder.ts";
import type { AppSpec } from "./app-spec.ts";
import { declareByName } from "./component-declaration.ts";
import { shortcutNames } from "./component-kinds.ts";
import "./other-kinds.ts";
import { parseAppSpec } from "./parse-app-spec.ts";

/** A component for each of these, as they are declared by name, and a listener to the first. */
function appOf(declared: readonly unknown[], listener: object = {}): AppSpec {
  const builder = new AppBuilder();
  const ids = declared.map((each) =>
    builder.add(declareByName(each, "it"), { path: "it", label: "it", interactive: null }),
  );
  builder.on({
    name: "f",
    fn: (a: unknown) => a,
    triggers: [{ kind: "component", component: 0, event: "change" }],
    inputs: [0],
    outputs: [0],
    ...listener,
  });
  const layout = builder.addBlock(
    "column",
    ids.map((component) => ({ kind: "component", component })),
  );
  const heading = { title: null, description: null, article: null, fillWidth: false };
  return builder.build({ kind: "blocks", ...heading, layout }).app;
}

const crossed = (app: AppSpec) => parseAppSpec(structuredClone(toAppMessage(app)));

test("an app with a component of every kind comes out as it went in", () => {
  const app = appOf([...new Set(shortcutNames())]);
  expect(crossed(app)).toEqual({ ok: true, value: app });
});

test("what was given comes out as it went in, whatever is usual", () => {
  const options = {
    label: "Text",
    lines: 3,
    autoscroll: false,
    buttons: ["copy"],
    visible: "hidden",
    elemClasses: "a b",
  };
  const app = appOf(
    [
      { name: "textbox", ...options },
      { name: "number", min: 0, value: 5, scale: 2 },
    ],
    {
      action: { writes: false, concurrencyLimit: 3, keeps: true, renders: 1 },
      showProgress: "hidden",
      cancels: [0],
      restMs: 300,
      apiName: "f",
      parameters: ["a"],
      whileRunning: { hide: [0], show: [1] },
    },
  );
  expect(crossed(app)).toEqual({ ok: true, value: app });
});

test("what is usual does not cross", () => {
  const [component] = (toAppMessage(appOf(["textbox"])) as AppSpec).components;
  expect(component).toEqual({ kind: "textbox", label: "it", interactive: true });
  const [event] = (toAppMessage(appOf(["textbox"])) as AppSpec).events;
  expect(event).not.toHaveProperty("whileRunning");
  expect(event).not.toHaveProperty("action");
});

test("what is read of one component is no part of another", () => {
  const { components } = appOf([{ name: "textbox", lines: 4 }, "textbox"]);
  // The column last.
  expect(components.map(({ props }) => props["lines"])).toEqual([4, 1, undefined]);
});
