import { expect, test } from "vitest";
import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import { declareComponent, toComponent } from "./component-declaration.ts";
import { checkInput, isOutput, postprocess, prepare, preprocess } from "./component-value.ts";
import "./other-kinds.ts";

function component(kind: ComponentKind, options: Record<string, unknown> = {}, interactive = true): ComponentSpec {
  return { id: 0, ...toComponent(declareComponent(kind, undefined, options), "it", { label: "It", interactive }) };
}

function shown(of: ComponentSpec, value: unknown): unknown {
  const result = postprocess(of, value, { position: 0, total: 1 });
  return result.ok ? result.value : result.error;
}

function received(of: ComponentSpec, value: unknown): unknown {
  const result = preprocess(of, value);
  return result.ok ? result.value : result.error;
}

const picture = new Blob(["x"], { type: "image/png" });
const a = new File(["a"], "a.csv");
const b = new File([""], "b.csv");

test("an empty Image is an error at the field unless it is not required", () => {
  expect(checkInput(component("image"), null)).toBe("Choose an image.");
  expect(received(component("image", { required: false }), null)).toBe(null);
  expect(received(component("image"), picture)).toBe(picture);
  expect(received(component("image"), "x")).toBe('This must be an image; it is the text "x".');
});

test("a Blob needs nothing to be done with it for a function that takes a Blob", () => {
  expect(prepare(component("image"), picture)).toBe(null);
  expect(prepare(component("image", { type: "imagedata", required: false }), null)).toBe(null);
  expect(prepare(component("gallery"), [[picture, "caption"]])).toBe(null);
});

test("what is no image for a function that takes pixels is an error of its input", async () => {
  // There is no decoder here, as there is none for what is no image.
  const error = { ok: false, error: "This is no image that the browser can decode." };
  expect(await prepare(component("image", { type: "imagedata" }), picture)).toEqual(error);
  expect(await prepare(component("gallery", { type: "imagedata" }), [[picture, null]])).toEqual(error);
});

test("a File gives a function the file, or the list where there may be several", () => {
  expect(received(component("file"), [a])).toBe(a);
  expect(received(component("file", { fileCount: "multiple" }), [a, b])).toEqual([a, b]);
  expect(received(component("file", { fileCount: "directory", required: false }), null)).toEqual([]);
  expect(received(component("file", { required: false }), null)).toBe(null);
  expect(checkInput(component("file"), null)).toBe("Choose a file.");
  expect(checkInput(component("file", { fileCount: "multiple" }), null)).toBe("Choose at least one file.");
});

test("an empty file is a file", () => {
  expect(received(component("file"), [b])).toBe(b);
});

test("a file of another type is refused where the call is made, too", () => {
  const table = component("file", { fileTypes: [".csv"] });
  expect(checkInput(table, [a])).toBe(null);
  expect(checkInput(table, [new File([], "a.png")])).toBe('"a.png" is of another type. This takes .csv.');
});

test("a Gallery shows pictures with and without captions, and gives a function pairs", () => {
  const gallery = component("gallery");
  expect(shown(gallery, [picture, [picture, "One"], [picture, null]])).toEqual([
    { picture, caption: null },
    { picture, caption: "One" },
    { picture, caption: null },
  ]);
  expect(shown(gallery, [])).toBe(null);
  expect(shown(gallery, [picture, 3])).toBe(
    'The output ("It") is a Gallery, but the function returned a list whose item 1 is the number 3',
  );
  expect(shown(gallery, picture)).toContain("a Blob; a Gallery shows a list");
  expect(received(gallery, [{ picture, caption: "One" }])).toEqual([[picture, "One"]]);
  expect(received(gallery, null)).toEqual([]);
});

test("a DownloadButton takes one file, or a text that becomes one", async () => {
  const button = component("downloadbutton");
  const file = shown(button, "a,b");
  expect(file).toBeInstanceOf(File);
  expect(await (file as File).text()).toBe("a,b");
  expect(shown(button, a)).toBe(a);
  expect(shown(button, [a, b])).toContain("a list of files; a DownloadButton saves one");
});

test.each<[ComponentKind, readonly unknown[]]>([
  ["image", [null, picture, a]],
  ["file", [null, [], [a, b]]],
  ["gallery", [null, [], [{ picture, caption: null }]]],
  ["uploadbutton", [null, [a]]],
  ["downloadbutton", [null, a]],
])("a %s takes what the worker makes for it", (kind, values) => {
  for (const value of values) expect(isOutput(component(kind), value)).toBe(true);
});

test.each<[ComponentKind, readonly unknown[]]>([
  ["image", [undefined, "x", {}, [picture], { width: 1, height: 1, data: new Uint8ClampedArray(4) }]],
  ["file", [undefined, a, [picture], [null], { length: 1, 0: a }, Array.from({ length: 10_001 }, () => a)]],
  ["gallery", [[picture], [{ picture, caption: 1 }], [{ picture: "x", caption: null }], [null], {}]],
  ["uploadbutton", [a, [picture]]],
  ["downloadbutton", [picture, [a], "x"]],
])("a %s refuses what only a forged message holds", (kind, values) => {
  for (const value of values) expect(isOutput(component(kind), value)).toBe(false);
});

test("mistakes in declarations are named by their place", () => {
  const mistake = (kind: ComponentKind, options: Record<string, unknown>) => () => component(kind, options);
  expect(mistake("image", { value: 3 })).toThrow("it.value must be a picture, but it is the number 3");
  expect(mistake("image", { type: "imagedata", value: "<svg/>" })).toThrow("it.value must have pixels");
  expect(mistake("image", { sources: ["upload", "scanner"] })).toThrow('it.sources must be a list of "upload"');
  expect(mistake("image", { mirror_webcam: true })).toThrow('It is called "mirrorWebcam" here.');
  expect(mistake("file", { value: "a.txt" })).toThrow('it.value must be a file, but it is the text "a.txt"');
  expect(mistake("gallery", { value: picture })).toThrow("it.value must be a list of pictures, but it is a Blob");
  expect(mistake("button", { link: "javascript:alert(1)" })).toThrow("it.link must be an address");
  expect(component("image", { sources: "upload" }).props["sources"]).toEqual(["upload"]);
});
