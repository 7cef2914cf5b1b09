import { expect, test } from "vitest";
import type { ComponentSpec } from "./app-spec.ts";
import { declareComponent, toComponent } from "./component-declaration.ts";
import { checkInput, isOutput, postprocess, preprocess } from "./component-value.ts";
import "./other-kinds.ts";

function box(first?: unknown, options?: unknown): ComponentSpec {
  const declared = declareComponent("multimodaltextbox", first, options);
  return { id: 0, ...toComponent(declared, "it", { label: "It", interactive: true }) };
}

const a = new File(["a"], "a.csv");
const b = new File(["b"], "b.txt");

test("it begins with what stands first: a text, or a text with files, or neither", () => {
  expect(box().value).toEqual({ text: "", files: [] });
  expect(box("Hi").value).toEqual({ text: "Hi", files: [] });
  expect(box({ text: "Hi", files: [a] }).value).toEqual({ text: "Hi", files: [a] });
  expect(box({ label: "Say", value: { files: b } }).value).toEqual({ text: "", files: [b] });
  expect(() => box({ value: { text: 5 } })).toThrow(
    "it.value must be a text or { text, files }, but it is an object whose text is the number 5",
  );
});

test("a function receives the text and the files, and cannot change what the page holds", () => {
  const held = { text: "Hi", files: [a] };
  const received = preprocess(box(), held);
  expect(received).toEqual({ ok: true, value: held });
  expect(received.ok && (received.value as typeof held).files).not.toBe(held.files);
});

test("what a person gave is checked at the field", () => {
  expect(checkInput(box({ maxLength: 3 }), { text: "Hello", files: [] })).toBe("At most 3 characters; these are 5.");
  expect(checkInput(box({ fileTypes: ["image"] }), { text: "", files: [a] })).toBe(
    '"a.csv" is of another type. This takes image.',
  );
  expect(checkInput(box(), { text: "", files: [a, b] })).toBe("This takes one file; these are 2.");
  expect(checkInput(box({ fileCount: "multiple" }), { text: "", files: [a, b] })).toBe(null);
  expect(checkInput(box(), "Hi")).toBe('This must be a text with files; it is the text "Hi".');
});

test("a function may return a text, a text with files, or nothing", () => {
  const shown = (value: unknown) => {
    const result = postprocess(box(), value, { position: 0, total: 1 });
    return result.ok ? result.value : result.error;
  };
  expect(shown("Hi")).toEqual({ text: "Hi", files: [] });
  expect(shown(5)).toEqual({ text: "5", files: [] });
  expect(shown(null)).toEqual({ text: "", files: [] });
  const several = shown({ files: [a, { name: "c.txt", content: "c" }] }) as { files: File[] };
  expect(several.files.map(({ name }) => name)).toEqual(["a.csv", "c.txt"]);
  expect(shown({ message: "Hi" })).toContain('but the function returned an object with "message"');
  expect(shown([a])).toContain("is a MultimodalTextbox, which shows a text or { text, files }, but");
});

test("the page takes no other form from a worker", () => {
  expect(isOutput(box(), { text: "Hi", files: [a] })).toBe(true);
  for (const forged of [null, "Hi", { text: "Hi" }, { text: 1, files: [] }, { text: "", files: [new Blob()] }])
    expect(isOutput(box(), forged)).toBe(false);
});
