import { Parser } from "acorn";
import { expect, test } from "vitest";
import { withPackages } from "../protocol/package-code.ts";
import { bodyOf, compiled, errorsOf } from "./compile-for-test.ts";

/** What the worker completes: each import, with what it is of. */
function importsOf(source: string): string[] {
  const { code, packages } = compiled(source);
  const whole = withPackages(code, packages, (specifier) => specifier);
  Parser.parse(whole, { ecmaVersion: "latest", sourceType: "module" });
  return whole === code ? [] : (whole.split("\n").at(-1) ?? "").split(/(?<=;)/);
}

test("each way to import becomes a clause behind the program, whose own lines stay", () => {
  const source = `import * as gr from "interstate";
import whole from "npm:a";
import def, { one, two as second, default as again } from "npm:b@^1/sub.js";
import other, * as all from "npm:@c/d@2";
import "npm:e";
export { three, "x-y" as four } from "npm:b@^1/sub.js";
export * from "npm:f";
export * as everything from "npm:g";
const used = 1;`;
  expect(importsOf(source)).toEqual([
    'import{default as whole}from"npm:a";',
    'import{default as def,one as one,two as second,default as again}from"npm:b@^1/sub.js";',
    'export{three as three,"x-y" as four}from"npm:b@^1/sub.js";',
    'import*as all from"npm:@c/d@2";',
    'import{default as other}from"npm:@c/d@2";',
    'import"npm:e";',
    'export*from"npm:f";',
    'export*as everything from"npm:g";',
  ]);
  expect(bodyOf(source).split("\n")[8]).toMatch(/^let   used = /);
});

test("what is imported for types alone is not fetched", () => {
  const source = `import type { A } from "npm:a";
import { type B } from "npm:b";
import { C } from "npm:c";
import D, { type E, f } from "npm:d";
export type { G } from "npm:g";
const x: A | B | C | D | E = f;`;
  expect(compiled(source).packages).toMatchObject([
    { specifier: "npm:d", clauses: ["import{f as f}from"], names: ["f"] },
  ]);
});

test("a program without packages names none", () => {
  expect(compiled("const a = 1").packages).toEqual([]);
  expect(importsOf("const a = 1")).toEqual([]);
});

test("the places of a package and of each name are known", () => {
  const { packages, places } = compiled('import a, { b as c } from "npm:x"\nexport { d } from "npm:x"');
  expect(packages[0]?.names).toEqual(["default", "b", "d"]);
  const at = Object.fromEntries(places.map(([path, { line, column }]) => [path, [line, column]]));
  expect(at).toMatchObject({ "npm:x": [1, 27], "npm:x#default": [1, 8], "npm:x#b": [1, 13], "npm:x#d": [2, 10] });
});

test("a name that is exported twice, once from a package, is found", () => {
  expect(errorsOf('export const a = 1\nexport { a } from "npm:x"')).toMatchObject([
    { message: '"a" is exported twice: a module has each export once.' },
  ]);
});

test("what a package gives is no part of interstate", () => {
  const { functions } = compiled(`import { State, Interface } from "npm:x"
const list = [1]
Interface({ value: () => list.push(1), inputs: State([]) })
const f = Interface(() => 1)`);
  expect(functions.map(({ name }) => name)).not.toContain("value");
});

test("a function that uses a package may run in one worker only: its variables are each worker's own", () => {
  const { functions } = compiled('import { f } from "npm:x"\nexport default function g() { return f() }');
  expect(functions).toMatchObject([{ name: "g", reaches: null, writes: false }]);
});

test("a function that uses a package to which a shared variable got waits for the lock", () => {
  const program = (top: string) => `import { keep, use } from "npm:x"
const list: number[] = []
${top}
function add() { list.push(1) }
export default function g() { return use() }`;
  const writes = (top: string) => compiled(program(top)).functions.find(({ name }) => name === "g")?.writes;
  expect(writes("")).toBe(false);
  expect(writes("keep(list)")).toBe(true);
  expect(writes("keep({ list })")).toBe(true);
  expect(writes("keep(() => list.push(1))")).toBe(true);
  expect(writes("keep(add)")).toBe(true);
});

test("a value is made anew when it comes from another version", () => {
  const made = (version: string) => compiled(`import { f } from "npm:x@${version}"\nlet a = f()`).variables[0]?.made;
  expect(made("1")).toBe(made("1"));
  expect(made("1")).not.toBe(made("2"));
});
