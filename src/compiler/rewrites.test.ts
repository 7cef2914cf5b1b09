import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transformWithOxc } from "vite";
import { compiled } from "./compile-for-test.ts";
import { runCompiled, runPlain } from "./fake-host.ts";

// Each program puts what it found into `result`; another compiler says what that should be.
const programs: [what: string, source: string][] = [
  ["numeric enums", "enum A { B, C = 5, D, E = C << 1 | B, F }\nexport const result = A"],
  ["string enums", 'enum A { B = "b", C = `c`, D = B + "!" }\nexport const result = { A, d: A.D }'],
  ["enums with both", 'enum A { B, C = "c", "d e" = 3, F }\nexport const result = [A, A[3], A["d e"]]'],
  ["computed enum members", 'const x = 2;\nenum A { B = x * 2, C = "abc".length, D = -B }\nexport const result = A'],
  ["const enums", "const enum A { B = 1, C }\nexport const result = [A.B, A.C]"],
  ["enums of other enums", "enum A { B = 3 }\nenum C { D = A.B, E }\nexport const result = [A, C]"],
  ["enums in functions", "function f() { enum A { B, C } { enum A { D = 7 } return A.D } }\nexport const result = f()"],
  ["exported enums", "export enum A { B }\nexport const result = A[0]"],
  ["merged enums", "enum A { B }\nenum A { C = 1, D = B + 5 }\nexport const result = A"],
  ["enum members over lines", "enum A {\n  B, // first\n  C = 2, /* x */\n  D,\n}\nexport const result = A"],
  [
    "parameter properties",
    "class A { z = 1; constructor(public a: number, private readonly b = 2, c = 3) { this.z = c } }\nexport const result = new A(1)",
  ],
  [
    "parameter properties of a derived class",
    "class A { x = 1 }\nclass B extends A { y = 2; constructor(readonly a: string) { super(); this.y = this.a.length } }\nexport const result = new B('abc')",
  ],
  [
    "parameter properties in a class expression",
    "export const result = new (class { constructor(public a = 1) {} })()",
  ],
  [
    "inferred names",
    "const f = () => 1, g = function () {}, K = class {}, h = async () => {}\nexport const result = [f, g, K, h].map((x) => x.name)",
  ],
  [
    "the name of a default export",
    "const o = { fn: () => 1, value() {} }\nexport const result = [o.fn.name, o.value.name]",
  ],
  [
    "destructuring",
    "const { a, b: [c, ...d], e = a } = { a: 1, b: [2, 3, 4] } as any, f = a + c\nexport const result = [a, c, d, e, f]",
  ],
  [
    "one pattern after another",
    "let [a] = [1], { b = a } = {} as any, c = b + 1, d\nexport const result = [a, b, c, d]",
  ],
  ["var without initialiser", "f()\nvar x: number\nfunction f() { x = 3 }\nexport const result = x"],
  ["var declared twice", "var x = 1\nvar x = x + 1\nvar x: number\nexport const result = x"],
  [
    "var in blocks and loops",
    "for (var i = 0; i < 3; i++) { var j = i * 2 }\nfor (var k of [5]) {}\nexport const result = [i, j, k]",
  ],
  ["sequences and parentheses", "const a = (1, 2), b = (() => 3), c = (b)()\nexport const result = [a, c]"],
  [
    "top-level await",
    "const a = await Promise.resolve(1)\nconst { b } = await Promise.resolve({ b: 2 })\nexport const result = a + b",
  ],
  [
    "a line that starts with a parenthesis",
    "let log = []\nconst f = () => {}\n(log as any).push(1)\nexport const result = log",
  ],
  ["a line that starts with a bracket", "let x: number\n[1].forEach((n) => { x = n })\nexport const result = x"],
  [
    "a pattern before such a line",
    "const log: any[] = []\nconst { a } = { a: 1 }\n;[a].forEach((n) => log.push(n))\nexport const result = log",
  ],
  [
    "closures over variables",
    "const all = []\nfor (const i of [1, 2]) all.push(() => i)\nexport const result = all.map((f) => f())",
  ],
  [
    "variables named like the host's words",
    "let v = 1, $ = 2, init = 3, fn = 4, bind = 5, get = 6\nexport const result = [v, $, init, fn, bind, get]",
  ],
  ["methods named fn", "const o = { async fn() { return 1 }, x: 2 }\nexport const result = [await o.fn(), o.fn.name]"],
  [
    "generators named fn",
    "const o = { *fn() { yield 1 }, 'value': () => 2 }\nexport const result = [[...o.fn()], o.value()]",
  ],
  [
    "methods named fn with type parameters and comments",
    "const o = { async /* a */ fn /* b */ <T,>(x: T) { return x } }, p = { *\nfn<T>(x: T): Generator<T> { yield x } }\nexport const result = [await o.fn(1), [...p.fn(2)]]",
  ],
  ["hoisted functions", "export const result = f()\nfunction f() { return g() + 1 }\nfunction g() { return 1 }"],
  [
    "labels and switches",
    "let r = ''\na: for (const x of [1, 2, 3]) { switch (x) { case 2: continue a; default: r += x } }\nexport const result = r",
  ],
  [
    "classes",
    "class A<T> { #x = 1; static s = 2; get y(): number { return this.#x } static { A.s++ } }\nexport const result = [new A().y, A.s]",
  ],
  ["the api", 'import * as gr from "interstate"\nexport const result = gr.State([1])'],
  ["an empty last line", "export const result = 1\n\n"],
  ["a comment at the very end", "export const result = 1 // one"],
  ["windows line ends", "const a = 1\r\nexport const result = a\r\n"],
];

describe("gives the same results as another compiler for", () => {
  test.each(programs)("%s", async (_, source) => {
    const { code } = await transformWithOxc(source, "program.ts", { target: "esnext", sourcemap: false });
    const expected = await runPlain(code);
    const actual = await runCompiled(compiled(source).code);
    expect(actual.exports["result"]).toEqual(expected["result"]);
    expect(JSON.stringify(actual.exports["result"])).toBe(JSON.stringify(expected["result"]));
  });

  test.each(programs)("%s, keeping its lines", (_, source) => {
    expect(compiled(source).code.split("\n")).toHaveLength(source.split("\n").length);
  });
});

test("an enum stays in its lines and columns but for insertions", () => {
  expect(compiled("enum A {\n  B,\n  C = 2,\n}").code).toBe(
    'const __is=globalThis.__interstate;var  A=(A=> {\n  A[A["B"]=0]="B";\n  A[A["C"] = 2]="C";\nreturn A})(A||{});;__is.bind([]);',
  );
});

// Pieces that say what they see; each N is a number, so that names differ.
const snippets = [
  "let aN: number = 1\nlog.push(aN)",
  "const bN = [1, 2] as number[], cN = bN\nlog.push(bN === cN, bN)",
  "const { dN, eN: [fN = 2, ...gN] } = { dN: 1, eN: [undefined, 3] } as any, hN = fN\nlog.push(dN, fN, gN, hN)",
  "var iN: any\nlog.push(iN)\niN = 2",
  "enum JN { A, B = 5, C = A | B, D }\nlog.push(JN)",
  "log.push(kN(1))\nfunction kN(x: number, y = x as number) { return x + y }",
  "const lN = async <T,>(x: T): Promise<\n T> => x\nlog.push(await lN(N), lN.name)",
  "class mN<T> { private x?: number; constructor(public a: T, readonly b = 1) { this.x = b! }\n static y = 2 }\nlog.push(new mN(1), mN.y)",
  "for (var nN = 0 as number; nN < 2; nN++) log.push(nN)\nlog.push(nN)",
  "const oN = { fn(x: number) { return x }, value: () => 1 }\nlog.push(oN.fn(2), oN.fn.name, oN.value.name)",
  "const pN = () => { log.push('p') }\n;(pN as any)()",
  "let qN = N as number satisfies number\n;[qN].forEach((x) => log.push(x))",
  "export let rN = 1, sN: number\nlog.push(rN, sN!)",
];
const programsOf = fc
  .array(fc.constantFrom(...snippets), { minLength: 1, maxLength: 10 })
  .map(
    (parts) =>
      `const log: any[] = []\n${parts.map((text, i) => text.replaceAll("N", String(i))).join("\n")}\nexport const result = log`,
  );

test("gives the same results as another compiler for any program made of such pieces", async () => {
  const property = fc.asyncProperty(programsOf, async (source) => {
    const { code } = await transformWithOxc(source, "program.ts", { target: "esnext", sourcemap: false });
    const expected = await runPlain(code);
    const actual = await runCompiled(compiled(source).code);
    expect(JSON.stringify(actual.exports["result"])).toBe(JSON.stringify(expected["result"]));
  });
  await fc.assert(property, { numRuns: 60 });
});
