import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";

const api = 'import * as gr from "interstate"\n';

describe("places of the declaration", () => {
  const source = `${api}const options = { label: "a", max: 5 }
const inputs = ["textbox", gr.Number(options)]
export default gr.Interface({
  fn: f,
  inputs,
  outputs: gr.JSON({ label: "o" }),
  title: "T",
})
function f() {}`;

  test("are found by path, through consts", () => {
    expect(placesOf(source)).toMatchObject({
      "": expect.stringContaining("gr.Interface({"),
      fn: "f",
      inputs: "inputs",
      "inputs[0]": '"textbox"',
      "inputs[1]": "gr.Number(options)",
      "inputs[1].max": "5",
      outputs: 'gr.JSON({ label: "o" })',
      "outputs[0]": 'gr.JSON({ label: "o" })',
      "outputs[0].label": '"o"',
      title: '"T"',
    });
  });

  test("are those of the one app when there is no default export", () => {
    expect(placesOf(`${api}const demo = gr.Interface({ fn: f })\ndemo.launch()\nfunction f() {}`)).toMatchObject({
      fn: "f",
    });
    expect(placesOf(`${api}gr.Interface({ fn: f }).launch()\nfunction f() {}`)).toMatchObject({ fn: "f" });
  });

  test("are a bare function's parameters", () => {
    expect(placesOf("export default function greet(name: string, n = 1) {}")).toEqual({
      "": "greet",
      "inputs[0]": "name: string",
      "inputs[1]": "n = 1",
    });
  });

  test("are none when nothing declares an app", () => {
    expect(placesOf("let a = 1")).toEqual({});
  });
});

describe("marks", () => {
  test("say of each variable what kind of state it is, and why", () => {
    const source = `${api}let n = 0
const limit = 5
const model = new Model()
const now = new Date()
const kept = gr.local({})
const helper = () => 1
const session = gr.State(0), browser = gr.BrowserState([])
class Model { run() { return n } }
function f() { n++; now.setTime(0); model.run(); return limit }`;
    expect(marksOf(source)).toEqual([
      ["global", "n", "it stands outside the function, and f may change it on line 10"],
      ["constant", "limit", "because it is a plain const"],
      ["once", "model", "it is an instance of Model, so every user's worker has its own"],
      ["global", "now", "it stands outside the function, and f may change it on line 10"],
      ["once", "kept", "it is made local by gr.local, so every user's worker has its own"],
      ["session", "session", "it is kept in a State"],
      ["browser", "browser", "it is kept in a BrowserState, which users side by side share too"],
    ]);
  });

  test("say of what is loaded, made or called that it is no data", () => {
    const once = (source: string) =>
      marksOf(source)
        .filter(([kind]) => kind === "once")
        .map(([, name]) => name);
    expect(
      once(
        "const m = await load(); async function load() { await 1; return new M() }\nclass M {}\nfunction f() { return m }",
      ),
    ).toEqual(["m"]);
    expect(once("const m = load(); declare function load(): any; function f() { return m.classify(1) }")).toEqual([
      "m",
    ]);
    expect(once("const m = load(); declare function load(): any; function f() { m(1) }")).toEqual(["m"]);
    expect(once("const m = new Intl.NumberFormat(); function f() { g(m) } declare function g(x: any): void")).toEqual([
      "m",
    ]);
    expect(once("const m = load(); declare function load(): any; function f() { m.push(1); m.set(2) }")).toEqual([]);
  });

  test("stand at State as a parameter's type", () => {
    expect(marksOf(`${api}export default function f(log: gr.State<string[]>) {}`)).toEqual([
      ["session", "log", "it is kept in a State"],
    ]);
  });
});

describe("the signature of a bare function", () => {
  test("holds its parameters, result, words and help", () => {
    const source = `${api}
type Mode = "fast" | "slow"
interface Row { a: number }
/**
 * Does it.
 * In two lines.
 * @param count how often,
 *   at most
 * @param {string} name - who
 */
export default async function doItAll(
  count: number, name = "x", on?: boolean, mode: Mode = "slow", size: 1 | 2 | undefined = 1,
  blob: Blob, file: File | null, date: Date, rows: Row[] = [{ a: 1 }], log: gr.State<string[]>, rest: Map<1, 2>, level = -1.5,
  progress = gr.Progress(),
): Promise<Row[]> { return [] }`;
    const signature = compiled(source).signature;
    expect(signature).toMatchObject({
      name: "doItAll",
      title: "Do it all",
      description: "Does it.\nIn two lines.",
      result: { kind: "records", fields: [{ name: "a", datatype: "number" }] },
    });
    expect(
      signature?.parameters.map(({ name, type, optional, defaultJson, help }) => [
        name,
        type,
        optional,
        defaultJson,
        help,
      ]),
    ).toEqual([
      ["count", { kind: "number" }, false, null, "how often, at most"],
      ["name", { kind: "string" }, true, '"x"', "who"],
      ["on", { kind: "boolean" }, true, null, ""],
      ["mode", { kind: "choices", values: ["fast", "slow"] }, true, '"slow"', ""],
      ["size", { kind: "choices", values: [1, 2] }, true, "1", ""],
      ["blob", { kind: "blob" }, false, null, ""],
      ["file", { kind: "file" }, false, null, ""],
      ["date", { kind: "date" }, false, null, ""],
      ["rows", { kind: "records", fields: [{ name: "a", datatype: "number" }] }, true, '[{"a":1}]', ""],
      ["log", { kind: "state", of: { kind: "unknown" } }, false, null, ""],
      ["rest", { kind: "unknown" }, false, null, ""],
      ["level", { kind: "number" }, true, "-1.5", ""],
    ]);
  });

  test("does not say again what its title says", () => {
    const described = (first: string) =>
      compiled(`${api}/**\n * ${first}\n *\n * Counts.\n */\nexport default function countAll() {}`).signature
        ?.description;
    expect(described("Count all.")).toBe("Counts.");
    expect(described("Count all of it.")).toBe("Count all of it.\n\nCounts.");
  });

  const found: [what: string, source: string, name: string][] = [
    ["exported by name", "function greet(a: string) {}\nexport default greet", "greet"],
    ["exported as default", "function greet() {}\nexport { greet as default }", "greet"],
    ["in a const", "const greet = (a: string) => a\nexport default greet", "greet"],
    ["without a name", "export default (a: string) => a", "default"],
  ];
  test.each(found)("is found for one %s", (_, source, name) => {
    expect(compiled(source).signature).toMatchObject({ name });
  });

  test("is null for anything else", () => {
    expect(compiled(`${api}export default gr.Interface({ fn: f })\nfunction f() {}`).signature).toBeNull();
    expect(compiled("function f() {}").signature).toBeNull();
  });
});

function placesOf(source: string): Record<string, string | undefined> {
  const lines = source.split("\n");
  return Object.fromEntries(
    compiled(source).places.map(([path, { line, column, endLine, endColumn }]) => [
      path,
      line === endLine ? lines[line - 1]?.slice(column - 1, endColumn - 1) : lines[line - 1]?.slice(column - 1),
    ]),
  );
}

function marksOf(source: string) {
  return compiled(source).marks.map(({ kind, name, why }) => [kind, name, why]);
}
