import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { AppSpec, ComponentSpec } from "../../spec/app-spec.ts";
import { createFieldValues } from "./field-values.ts";

const common = { kind: "textbox", visible: true, props: {}, value: "" } as const;

function appOf(...components: ComponentSpec[]): AppSpec {
  return {
    kind: "interface",
    title: null,
    description: null,
    article: null,
    layout: { kind: "row", children: [], scale: 1 },
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
