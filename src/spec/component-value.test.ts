import { expect, test } from "vitest";
import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import { declareComponent, toComponent } from "./component-declaration.ts";
import { checkInput, postprocess, preprocess } from "./component-value.ts";

function component(kind: ComponentKind, options: Record<string, unknown> = {}, interactive = true): ComponentSpec {
  return { id: 0, ...toComponent(declareComponent(kind, undefined, options), "it", { label: "Count", interactive }) };
}

function shown(of: ComponentSpec, value: unknown): unknown {
  const result = postprocess(of, value, { position: 1, total: 2 });
  return result.ok ? result.value : result.error;
}

test("a Textbox shows whatever has a plain text", () => {
  const textbox = component("textbox");
  expect(["a", 1.5, 10n, true, null, undefined].map((value) => shown(textbox, value))).toEqual([
    "a",
    "1.5",
    "10",
    "true",
    "",
    "",
  ]);
});

test("a Textbox points to JSON for objects", () => {
  expect(shown(component("textbox"), { a: 1 })).toBe(
    'Output 1 ("Count") is a Textbox, but the function returned an object; gr.JSON shows lists and objects',
  );
});

test("a Textbox for a result of unknown type shows objects as JSON", () => {
  const anything = component("textbox", { anything: true });
  expect(shown(anything, [1, { a: 2 }])).toBe('[\n  1,\n  {\n    "a": 2\n  }\n]');
  expect(shown(anything, "text")).toBe("text");
});

test("a wrong type is said by output, label and value", () => {
  expect(shown(component("number"), "abc")).toBe(
    'Output 1 ("Count") is a Number, but the function returned the text "abc"',
  );
  expect(postprocess(component("checkbox"), 1, { position: 0, total: 1 })).toEqual({
    ok: false,
    error: 'The output ("Count") is a Checkbox, but the function returned the number 1',
  });
});

test("a Number shows nothing as an empty field, and refuses NaN and the infinities", () => {
  const number = component("number", { precision: 1 });
  expect([1.25, 7n, null, undefined].map((value) => shown(number, value))).toEqual([1.3, 7, null, null]);
  expect(shown(number, Number.NaN)).toContain("the number NaN");
  expect(shown(number, Infinity)).toContain("the number Infinity");
  expect(shown(number, 2n ** 64n)).toContain("cannot hold exactly");
});

test("an empty Number is an error at the field unless it is not required", () => {
  expect(checkInput(component("number"), null)).toBe("Enter a number.");
  expect(checkInput(component("number", { required: false }), null)).toBe(null);
  expect(preprocess(component("number", { required: false }), null)).toEqual({ ok: true, value: null });
});

test("a Number checks its bounds", () => {
  const number = component("number", { min: 1, max: 3 });
  expect([0, 1, 3, 4, "abc", Number.NaN].map((value) => checkInput(number, value))).toEqual([
    "Enter a number of at least 1.",
    null,
    null,
    "Enter a number of at most 3.",
    'Enter a number; this is the text "abc".',
    "Enter a number; this is the number NaN.",
  ]);
});

test("a Number asks what a comma means that can be read in two ways", () => {
  expect(checkInput(component("number"), " 12,345 ")).toBe("Write 12345 or 12.345: this comma can be read either way.");
});

test("a function receives a Number rounded to its precision", () => {
  expect(preprocess(component("number", { precision: 0 }), 2.6)).toEqual({ ok: true, value: 3 });
});

test("a JSON that is typed into holds text and gives data", () => {
  const json = component("json", { value: { a: 1 } });
  expect(json.value).toBe('{\n  "a": 1\n}');
  expect(preprocess(json, '{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } });
  expect(preprocess(json, " ")).toEqual({ ok: true, value: null });
  expect(checkInput(json, "{a: 1}")).toContain("This is no JSON");
});

test("a JSON that is shown holds data", () => {
  const json = component("json", { value: new Map([["a", 1]]) }, false);
  expect(json.value).toEqual({ a: 1 });
  expect(shown(json, [new Set([1])])).toEqual([[1]]);
  expect(shown(json, { f: () => 1 })).toBe('Output 1 ("Count") cannot be shown: it holds a function at .f');
});

test("a Textbox counts its characters", () => {
  expect(checkInput(component("textbox", { maxLength: 3 }), "abcd")).toBe("At most 3 characters; these are 4.");
});
