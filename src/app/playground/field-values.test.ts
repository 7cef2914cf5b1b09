import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { AppSpec, ComponentSpec } from "../../spec/app-spec.ts";
import { testComponent } from "../../spec/component-for-tests.ts";
import { createFieldValues } from "./field-values.ts";

const common = testComponent("textbox");

function appOf(...components: ComponentSpec[]): AppSpec {
  return {
    kind: "interface",
    title: null,
    description: null,
    article: null,
    fillWidth: false,
    layout: { kind: "block", component: 0, children: [] },
    components,
    events: [],
  };
}

const app = appOf(
  { ...common, id: 0, label: "name", interactive: true },
  { ...common, id: 1, label: "greeting", interactive: false },
);

function filled() {
  const fields = createRoot(() => createFieldValues());
  fields.adopt(app, { sameCode: false });
  fields.set(0, "Ada");
  fields.set(1, "Hello Ada");
  return fields;
}

test("when the same code is loaded again, inputs and outputs keep what they hold", () => {
  const fields = filled();
  fields.adopt(app, { sameCode: true });
  expect([fields.value(0), fields.value(1)]).toEqual(["Ada", "Hello Ada"]);
});

test("when other code is loaded, inputs keep what they hold and outputs start anew", () => {
  const fields = filled();
  fields.adopt(app, { sameCode: false });
  expect([fields.value(0), fields.value(1)]).toEqual(["Ada", ""]);
});

test("an input of another label starts anew", () => {
  const fields = filled();
  fields.adopt(appOf({ ...common, id: 0, label: "city", interactive: true }), { sameCode: true });
  expect(fields.value(0)).toBe("");
});

test("a field that nobody touched shows what the edited code says", () => {
  const saying = (value: unknown) => appOf({ ...common, id: 0, label: "name", interactive: true, value });
  const fields = createFieldValues();
  fields.adopt(saying(["a"]), { sameCode: false });
  fields.adopt(saying(["b"]), { sameCode: false });
  expect(fields.value(0)).toEqual(["b"]);
  fields.set(0, "typed");
  fields.adopt(saying("c"), { sameCode: false });
  expect(fields.value(0)).toBe("typed");
  fields.reset(saying("c").components);
  fields.adopt(saying("c"), { sameCode: false });
  fields.adopt(saying("d"), { sameCode: false });
  expect(fields.value(0)).toBe("d");
});

test("what a function changed of a component stays while the same code is loaded again, and goes with other code", () => {
  const fields = filled();
  fields.change(1, { label: "Greeting", lines: 3, value: "Hi" });
  expect(fields.component(1)).toMatchObject({ label: "Greeting", props: { lines: 3 } });
  expect(fields.value(1)).toBe("Hi");
  expect(fields.changed([0, 1, 1])).toEqual([[1, { label: "Greeting", lines: 3 }]]);
  fields.adopt(app, { sameCode: true });
  expect(fields.component(1)).toMatchObject({ label: "Greeting" });
  fields.adopt(app, { sameCode: false });
  expect(fields.component(1)).toMatchObject({ label: "greeting", props: { lines: 1 } });
  expect(fields.changed([0, 1])).toEqual([]);
});

test("a new session starts with everything as the app says", () => {
  const fields = filled();
  fields.change(0, { visible: false });
  fields.renew();
  expect(fields.component(0)).toEqual(app.components[0]);
  expect(fields.value(0)).toBe("");
});
