import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";
import { runCompiled } from "./fake-host.ts";

const bound: [what: string, source: string, names: string[], inits: number[]][] = [
  ["let, const and var", "let a = 1; const b = 2; var c = 3", ["a", "b", "c"], [0, 1, 2]],
  ["several in one statement", "let a = 1, b, c = 3", ["a", "b", "c"], [0, 1, 2]],
  ["exported ones", "export const a = 1\nexport let b = 2", ["a", "b"], [0, 1]],
  ["destructured ones", "const { a, b: { c = 1 }, ...d } = { a: 1, b: {} } as any", ["a", "c", "d"], [0, 1, 2]],
  ["patterns among others", "const [a] = [1], b = a, [c] = [b], d = c", ["a", "b", "c", "d"], [0, 1, 2, 3]],
  ["those with await", "const a = await 1; const { b } = await Promise.resolve({ b: 1 })", ["a", "b"], [0, 1]],
  ["var without a value, at the end only", "var a: number; a = 1", ["a"], []],
  ["var once", "var a = 1; var a = 2", ["a"], [0]],
  ["var in blocks and loops", "{ var a = 1 } for (var b of [1]) { var c = 1 }", ["a", "b", "c"], []],
  ["functions in variables", "const f = () => 1, K = class {}", ["f", "K"], [0, 1]],
];

describe("binds", () => {
  test.each(bound)("%s", async (_, source, names, inits) => {
    const module = compiled(source);
    expect(module.variables.map(({ name }) => name)).toEqual(names);
    const run = await runCompiled(module.code);
    expect(run.inits).toEqual(inits);
    expect(run.accessors).toHaveLength(names.length);
  });
});

const unbound: [what: string, source: string][] = [
  ["functions and classes", "function f() { let a = 1 } class K { static a = 1 }"],
  ["enums", "enum A { B }"],
  ["let of blocks and loops", "{ let a = 1 } for (let i = 0; i < 1; i++) { const b = i }"],
  ["declared variables", "declare let a: number"],
  ["imports", 'import * as gr from "interstate"'],
  ["using", "using a = { [Symbol.dispose ?? Symbol.for('dispose')]() {} } as any"],
];

describe("does not bind", () => {
  test.each(unbound)("%s", (_, source) => {
    expect(compiled(source).variables).toEqual([]);
  });
});

test("a variable can be read and set through its accessor, a const too", async () => {
  const { accessors, exports } = await runCompiled(
    compiled("const a = [1]; let v = 2; export { a, v }; export const read = () => [a, v]").code,
  );
  accessors[0]?.set("new");
  accessors[1]?.set(3);
  expect(accessors.slice(0, 2).map((accessor) => accessor.get())).toEqual(["new", 3]);
  expect((exports["read"] as () => unknown)()).toEqual(["new", 3]);
  expect(exports["a"]).toBe("new");
});

test("whoever captures a container while the module loads has what the host gave for it", async () => {
  const source =
    "const a = [1]\nconst b = { a }\nconst { c } = { c: a }, d = [c]\nclass K { own = a }\nconst k = new K()\nexport const all = [a, b.a, c, d[0], k.own]";
  const handles = new Map<number, unknown>();
  const adopt = (index: number, value: unknown) => {
    const handle = index === 0 ? { handleOf: value } : value;
    handles.set(index, handle);
    return handle;
  };
  const { exports } = await runCompiled(compiled(source).code, adopt);
  const all = exports["all"] as unknown[];
  expect(all).toHaveLength(5);
  for (const value of all) expect(value).toBe(handles.get(0));
});

test("the module's last statement binds, before a comment at the end of the last line", () => {
  expect(compiled("let a = 1 // one").code).toMatch(/let a = __is\.init\(0,1\);;__is\.bind\(\[.*\]\); \/\/ one$/);
});

test("what is a program's first line stays on line 1", () => {
  expect(compiled("#!/usr/bin/env node\nlet a = 1").code.split("\n")[0]).toBe(
    "const __is=globalThis.__interstate;///usr/bin/env node",
  );
});

describe("registers", () => {
  const functions: [what: string, source: string, names: string[]][] = [
    ["function declarations at the top", "function a() { function b() {} } export function c() {}", ["a", "c"]],
    ["functions in variables", "const a = () => 1, b = function c() {}", ["a", "c"]],
    ["the default export", "export default () => 1", ["default"]],
    ["a nameless default export", "export default function () {}", ["default"]],
    [
      "an app's functions",
      'import * as gr from "interstate"\ngr.Interface({ fn: () => 1, inputs: gr.JSON({ value: () => 2, label: "" }) })',
      ["fn", "value"],
    ],
    ["methods named fn", "const o = { async *fn() {} }", ["fn"]],
    ["arguments of the api", 'import * as gr from "interstate"\ngr.State(() => [])', ["anonymous"]],
  ];
  test.each(functions)("%s", async (_, source, names) => {
    const module = compiled(source);
    expect(module.functions.map(({ name }) => name)).toEqual(names);
    const run = await runCompiled(module.code);
    expect([...run.functions.keys()].sort()).toEqual(names.map((_name, i) => i));
    for (const fn of run.functions.values()) expect(fn).toBeTypeOf("function");
  });

  test("no other functions", () => {
    const source = "const o = { a() {}, value: () => 1 }; [1].map((x) => x); class A { fn() {} }";
    expect(compiled(source).functions).toEqual([]);
  });

  test("a function that is called before its declaration", async () => {
    const { functions } = await runCompiled(compiled("f()\nfunction f() {}").code);
    expect([...functions.keys()]).toEqual([0]);
  });
});
