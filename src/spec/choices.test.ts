import { expect, test } from "vitest";
import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import { declareComponent, toComponent } from "./component-declaration.ts";
import { checkInput, postprocess, preprocess } from "./component-value.ts";
import "./other-kinds.ts";

function component(kind: ComponentKind, choices: unknown, options: Record<string, unknown> = {}): ComponentSpec {
  const declared = declareComponent(kind, choices, options);
  return { id: 0, ...toComponent(declared, "inputs[0]", { label: "Which", interactive: true }) };
}

function shown(of: ComponentSpec, value: unknown): unknown {
  const result = postprocess(of, value, { position: 0, total: 1 });
  return result.ok ? result.value : result.error;
}

test("choices are values or pairs of a text and a value, and reading them again changes nothing", () => {
  const { props } = component("radio", ["a", 2, true, ["B", "b"]]);
  const read = [
    ["a", "a"],
    ["2", 2],
    ["true", true],
    ["B", "b"],
  ];
  expect(props["choices"]).toEqual(read);
  expect(component("radio", read).props["choices"]).toEqual(read);
});

test.each([
  ["a, b", "inputs[0].choices must be a list of at most 100,000 choices, but it is the text"],
  [["a", null], "inputs[0].choices[1] must be a text, a number, true or false, or a pair"],
  [[["a", "b", "c"]], "inputs[0].choices[0] must be"],
  [[Number.NaN], "inputs[0].choices[0] must be"],
  [["a", ["A", "a"]], 'inputs[0].choices[1] has the text "a" for its value, as another choice has already'],
])("%j are no choices", (choices, message) => {
  for (const kind of ["radio", "checkboxgroup", "dropdown"] as const) {
    expect(() => component(kind, choices)).toThrow(message);
  }
});

test("what is chosen at first is one of the choices", () => {
  expect(() => component("radio", ["a"], { value: "b" })).toThrow(
    'inputs[0].value must be one of the choices, but it is the text "b"',
  );
  expect(() => component("checkboxgroup", ["a"], { value: ["a", "b"] })).toThrow("inputs[0].value must be one of");
  expect(() => component("dropdown", ["a"], { value: "b" })).toThrow("inputs[0].value must be one of");
  expect(component("dropdown", ["a"], { value: "b", allowCustomValue: true }).value).toBe("b");
});

test("a Dropdown starts with its first choice unless it is told to start with none", () => {
  expect(component("dropdown", [["A", 1], 2]).value).toBe(1);
  expect(component("dropdown", ["a"], { value: null }).value).toBe(null);
  expect(component("dropdown", []).value).toBe(null);
  expect(component("dropdown", ["a"], { multiselect: true }).value).toEqual([]);
  expect(component("dropdown", ["a"], { multiselect: true, value: "a" }).value).toEqual(["a"]);
});

test("a function receives values or positions", () => {
  const index = { type: "index" };
  expect(preprocess(component("radio", ["a", "b"]), "b")).toEqual({ ok: true, value: "b" });
  expect(preprocess(component("radio", ["a", "b"], index), "b")).toEqual({ ok: true, value: 1 });
  expect(preprocess(component("checkboxgroup", ["a", "b"], index), ["b"])).toEqual({ ok: true, value: [1] });
  const custom = { ...index, multiselect: true, allowCustomValue: true };
  expect(preprocess(component("dropdown", ["a", "b"], custom), ["b", "mine"])).toEqual({ ok: true, value: [1, null] });
});

test("an input that is no choice, or too many, is refused", () => {
  expect(checkInput(component("radio", ["a"]), "b")).toBe('Choose one of these: the text "b" is none of them.');
  expect(checkInput(component("radio", ["1"]), 1)).toBe("Choose one of these: the number 1 is none of them.");
  expect(checkInput(component("radio", ["a"]), null)).toBe("Choose one of these.");
  expect(checkInput(component("radio", ["a"], { required: false }), null)).toBe(null);
  expect(checkInput(component("checkboxgroup", ["a"]), "a")).toContain("Choose from these");
  expect(checkInput(component("dropdown", [1, 2, 3], { multiselect: true, maxChoices: 2 }), [1, 2, 3])).toBe(
    "Choose at most 2.",
  );
});

test("an output that is no choice is refused in words", () => {
  expect(shown(component("radio", ["a"]), "a")).toBe("a");
  expect(shown(component("radio", ["a"]), undefined)).toBe(null);
  expect(shown(component("radio", ["a"]), 1n)).toBe(
    'The output ("Which") is a Radio, and the number 1 is none of its choices',
  );
  expect(shown(component("checkboxgroup", ["a"]), null)).toEqual([]);
  expect(shown(component("checkboxgroup", ["a"]), ["a", "b"])).toContain('the text "b" is none of its choices');
  expect(shown(component("dropdown", ["a"], { allowCustomValue: true }), "b")).toBe("b");
  expect(shown(component("dropdown", ["a"], { allowCustomValue: true }), { a: 1 })).toContain("an object is none");
  expect(shown(component("dropdown", ["a"], { multiselect: true }), "a")).toEqual(["a"]);
});
