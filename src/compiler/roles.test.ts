import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";

const use = "; function f() { return ";

// The variable under question is called `v`.
const constants: [what: string, source: string][] = [
  ["a const number", "const v = 5; function f() { return v }"],
  ["a const of arithmetic", "const v = 5 * 60_000 + Math.PI; function f() { return v }"],
  ["a const moment", "const v = Date.now(); function f() { return v }"],
  ["a let that nothing assigns to", "let v = 1; function f() { return v }"],
  ["as const", 'const v = ["a", "b"] as const; function f(g: any) { g(v) }'],
  ["Object.freeze", "const v = Object.freeze({ a: 1 }); function f() { return v }"],
  ["a table that is looked up in", `const v = { a: 1 }${use} v.a }`],
  ["a list that is iterated", "const v = [1, 2]; function f() { for (const x of v) console.log(x) }"],
  ["a list that is copied", `const v = [1, 2]${use} [...v, 3] }`],
  ["a list of primitives that is mapped", `const v = ["a"]${use} v.map((x) => x.length) }`],
  ["a set that is asked", `const v = new Set(["a"])${use} v.has("a") }`],
  [
    "a table that loading fills",
    "const v: number[] = []; for (let i = 0; i < 3; i++) v.push(i * 2); function f(i: number) { return v[i] }",
  ],
  [
    "choices handed to a component",
    'import * as gr from "interstate"; const v = ["a"]; export default gr.Interface({ inputs: gr.Radio(v), examples: v })',
  ],
  ["what no function mentions", "const v = load(); function load() { return {} }"],
  ["an exported list", 'export const v = ["https://api.example.com"]'],
];

const shareds: [what: string, source: string][] = [
  ["what a function assigns", "let v = 0; function f() { v = 1 }"],
  ["what a function pushes to", "const v: number[] = []; function f() { v.push(1) }"],
  ["what a function in a function changes", "const v: any = {}; function f() { return () => { v.a = 1 } }"],
  ["a table that a function hands on", "const v = { a: [1] }; function f(g: any) { g(v.a) }"],
  ["what a class holds", "const v: number[] = []; class A { items = v }"],
  ["what another variable is an alias of", "const v: number[] = []; const w = v; function f() { w.push(1) }"],
  ["what an object holds", "const v: number[] = []; const o = { v }; function f() { o.v.push(1) }"],
  [
    "what the top level hands on",
    "const v: number[] = []; const keep = (x: any) => { other = x }; let other: any; keep(v)",
  ],
  [
    "an unknown value that a function uses",
    "const v = load(); function load() { return () => {} } function f() { v() }",
  ],
  ["a function", "const v = () => 1"],
  ["a class", "const v = class {}"],
];

test.each(["=", "??=", "||=", "&&="])(
  "a table whose entries are set by %s while it loads can be changed",
  (operator) => {
    const source = `const v: any = {}; for (const k of ["a"]) v[k] ${operator} { n: 0 }; function f(k: string) { v[k].n++ }`;
    const { variables, functions } = compiled(source);
    expect([variables[0]?.role, functions[0]?.writes]).toEqual(["shared", true]);
  },
);

test("a function that is replaced by another may do what that does", () => {
  const source =
    "let add: any = (l: any) => l.length; add = (l: any) => l.push(1); const v: any[] = []; function f() { add(v) }";
  expect(roleOf(source)).toBe("shared");
});

describe("finds constant", () => {
  test.each(constants)("%s", (_, source) => {
    expect(roleOf(source)).toBe("constant");
  });
});

describe("finds shared", () => {
  test.each(shareds)("%s", (_, source) => {
    expect(roleOf(source)).toBe("shared");
  });
});

test("says who may change it", () => {
  const { variables } = compiled("let v = 0\nfunction press() {\n  v++\n}");
  expect(variables[0]?.why).toBe("because press may change it on line 3");
});

function roleOf(source: string): string | undefined {
  return compiled(source).variables.find(({ name }) => name === "v")?.role;
}
