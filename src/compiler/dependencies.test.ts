import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";

const unchanged: [what: string, a: string, b: string][] = [
  [
    "a function that it does not call",
    "let v = build(); function build() { return 1 } function f() { return 1 }",
    "let v = build(); function build() { return 1 } function f() { return 2 }",
  ],
  [
    "types, comments and white space of what it calls",
    "let v = build(); function build(): number { return 1 }",
    "let v = build()\n// makes it\nfunction build() {\n  return 1;\n}",
  ],
  [
    "the order of declarations",
    "function a() { return 1 } function b() { return 2 } let v = a() + b()",
    "let v = a() + b(); function b() { return 2 } function a() { return 1 }",
  ],
  [
    "a name inside that only looks like another's",
    "let v = build(1); let n = 1; function build(n: number) { return n }",
    "let v = build(1); let n = 2; function build(n: number) { return n }",
  ],
  [
    "how the app is declared",
    'import * as gr from "interstate"; let v = 1; export default gr.Interface({ fn: () => v })',
    'import * as gr from "interstate"; let v = 1; export default gr.Interface({ fn: () => v, title: "A" })',
  ],
  [
    "how the app is made at the top",
    'import * as gr from "interstate"; let v = 1; gr.Interface({ fn: () => v }).launch()',
    'import * as gr from "interstate"; let v = 1; gr.Interface({ fn: () => v, title: "A" }).launch()',
  ],
];

const changed: [what: string, a: string, b: string][] = [
  ["what it calls", "let v = build(); function build() { return 1 }", "let v = build(); function build() { return 2 }"],
  [
    "what that calls",
    "let v = build(); function build() { return size() } function size() { return 1 }",
    "let v = build(); function build() { return size() } function size() { return 2 }",
  ],
  ["an arrow function", "const build = () => 1; let v = build()", "const build = () => 2; let v = build()"],
  ["a class", "class A { static n = 1 } let v = A.n", "class A { static n = 2 } let v = A.n"],
  ["a variable that it reads", "let n = 1, v = n + 1", "let n = 2, v = n + 1"],
  [
    "a variable that what it calls reads",
    "let n = 1; let v = build(); function build() { return n }",
    "let n = 2; let v = build(); function build() { return n }",
  ],
  ["an enum", "enum E { A } let v = E.A", "enum E { A = 2 } let v = E.A"],
  [
    "the callback that it passes on",
    "let v = [1].map(twice); function twice(n: number) { return n * 2 }",
    "let v = [1].map(twice); function twice(n: number) { return n + n }",
  ],
  [
    "statements that fill it",
    "let v: number[] = []; for (let i = 0; i < 3; i++) v.push(i)",
    "let v: number[] = []; for (let i = 0; i < 4; i++) v.push(i)",
  ],
  [
    "what these call",
    "let v: number[] = []; v.push(size()); function size() { return 1 }",
    "let v: number[] = []; v.push(size()); function size() { return 2 }",
  ],
  [
    "statements that fill what it reads",
    "const t: number[] = []; t.push(1); let v = t.length",
    "const t: number[] = []; t.push(2); let v = t.length",
  ],
  [
    "what is taken apart",
    "let { v } = make(); function make() { return { v: 1 } }",
    "let { v } = make(); function make() { return { v: 2 } }",
  ],
];

describe("what made a variable stays the same when there changes only", () => {
  test.each(unchanged)("%s", (_, a, b) => {
    expect(slotOf(a)).toEqual(slotOf(b));
  });
});

describe("what made a variable changes, and its key stays, with", () => {
  test.each(changed)("%s", (_, a, b) => {
    const [before, after] = [slotOf(a), slotOf(b)];
    expect(before.key).toBe(after.key);
    expect(before.made).not.toBe(after.made);
  });
});

test("of functions, only those that make a State say what made it, and it changes with what they call", () => {
  const program = (length: number) => `import * as gr from "interstate"
const size = () => ${length}
function make() { return Array(size()) }
function f(list: unknown[]) { return ["", list] }
export default gr.Interface({ fn: f, inputs: gr.State(make), outputs: ["text", gr.State()] })`;
  const made = (length: number, name: string) =>
    compiled(program(length)).functions.find((fn) => fn.name === name)?.made;
  expect(made(1, "make")).toMatch(/^[0-9a-f]{40}$/);
  expect(made(2, "make")).not.toBe(made(1, "make"));
  expect(made(1, "f")).toBeUndefined();
});

test("functions that call each other in a circle are looked at once", () => {
  const source =
    "let v = a(3); function a(n: number): number { return n ? b(n - 1) : v } function b(n: number) { return a(n) }";
  expect(slotOf(source).made).toMatch(/^[0-9a-f]{40}$/);
});

function slotOf(source: string) {
  const { key, made } = compiled(source).variables.find(({ name }) => name === "v") ?? { key: "", made: "" };
  return { key, made };
}
