import { describe, expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";

const same: [what: string, a: string, b: string][] = [
  ["types", "let v: number[] = [1]", "let v = [1] as number[]"],
  ["comments and white space", "let v = [1, 2]", "let  v=[ 1,\n  // two\n  2 ]"],
  ["the keyword", "let v = 1", "const v = 1"],
  ["export", "let v = 1", "export let v = 1"],
  ["quotes", "let v = 'a'", 'let v = "a"'],
  ["trailing commas", "let v = [1, { a: 2 }]", "let v = [1, { a: 2, }, ]"],
  ["semicolons", "let v = () => { a(); b() }", "let v = () => {\n  a();\n  b();\n}"],
  ["its place", "let v = 1", "foo()\nlet u = 2, v = 1"],
  ["type parameters", "let v = new Map<string, number>()", "let v = new Map()"],
];

const different: [what: string, a: string, b: string][] = [
  ["the value", "let v = 1", "let v = 2"],
  ["text in strings", "let v = 'a b'", "let v = 'a  b'"],
  ["text in templates", "let v = `a b`", "let v = `a  b`"],
  ["regular expressions", "let v = /a/", "let v = /a/g"],
  ["no value", "let v", "let v = undefined"],
  ["holes of an array", "let v = [1]", "let v = [1,,]"],
  ["where it is taken from", "let { v } = a", "let { x: v } = a"],
  ["what it is taken from", "let { v } = a", "let { v } = b"],
  ["a for loop's parts", "let v = () => { for (a; b; ) {} }", "let v = () => { for (; a; b) {} }"],
  ["code inside", "let v = () => a + b", "let v = () => a - b"],
];

describe("a slot's key stays when there change only", () => {
  test.each(same)("%s", (_, a, b) => {
    expect(keyOf(a)).toBe(keyOf(b));
  });
});

describe("a slot's key changes with", () => {
  test.each(different)("%s", (_, a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });
});

test("a key starts with the name", () => {
  expect(keyOf("let v = 1")).toMatch(/^v#[0-9a-f]{40}$/);
});

function keyOf(source: string): string | undefined {
  return compiled(source).variables.find(({ name }) => name === "v")?.key;
}
