import { describe, expect, test } from "vitest";
import { compiled, errorsOf } from "./compile-for-test.ts";

const api = 'import * as gr from "interstate"\n';
const shared = "let count = 0; function add() { count++ }\n";

// The variable under question is called `v`.
const locals: [what: string, source: string][] = [
  ["a container", `${api}const v = gr.local(new Map<string, number>())`],
  ["a primitive", `${api}let v = gr.local(0)`],
  ["something with a type around it", `${api}const v = (gr.local([]) as number[])!`],
  ["something exported", `${api}export const v = gr.local([])`],
  ["the second of two", `${api}let u = 1, v = gr.local(1)`],
  ["what is taken apart", `${api}const { v } = gr.local({ v: [1] })`],
  ["what is named in quotes", `${api}const v = gr["local"]([])`],
  ["what a named import makes", 'import { local } from "interstate"\nconst v = local([])'],
  ["what a renamed import makes", 'import { local as mine } from "interstate"\nconst v = mine([])'],
  ["what the default import makes", 'import gr from "interstate"\nconst v = gr.local([])'],
];

const notLocals: [what: string, source: string][] = [
  ["a value of its own", `${api}const v = []`],
  ["a component", `${api}const v = gr.State([])`],
  ["what another function of that name gives", "const gr = { local: (x: any) => x }; const v = gr.local([])"],
  ["what another import of that name hides", 'import { State as local } from "interstate"\nconst v = local([])'],
];

describe("makes local", () => {
  test.each(locals)("%s", (_, source) => {
    expect(variable(source)).toMatchObject({ isLocal: true, role: "shared" });
    expect(compiled(source).marks.find(({ name }) => name === "v")).toMatchObject({
      kind: "once",
      why: "it is made local by gr.local, so every user's worker has its own",
    });
  });
});

describe("does not make local", () => {
  test.each(notLocals)("%s", (_, source) => {
    expect(variable(source)?.isLocal).toBe(false);
  });
});

const harmless: [what: string, source: string][] = [
  ["fills a cache", "const v = gr.local(new Map()); function f(k: any) { return v.get(k) ?? v.set(k, k.length) }"],
  ["counts", "let v = gr.local(0); function f() { return ++v }"],
  ["replaces it", "let v = gr.local<number[]>([]); function f() { v = [...v, 1]; return v.length }"],
  ["changes a part of it", "const { v } = gr.local({ v: [1] }); function f() { v.push(1) }"],
];

test.each(harmless)("a function that %s takes no lock", (_, source) => {
  expect(writes(`${api}${shared}${source}`)).toBe(false);
});

const harmful: [what: string, source: string][] = [
  [
    "a shared container was put into it",
    "let v = gr.local<any>(0); const l = [1]; function g() { v = l } function f() { v.push(1) }",
  ],
  ["it was made of a shared container", "const l = [1]; const v = gr.local({ l }); function f() { v.l.push(1) }"],
  ["it holds a function that writes", "const v = gr.local({ add }); function f() { v.add() }"],
  [
    "a function that writes was assigned to it",
    "let v = gr.local<any>(0); function g() { v = add } function f() { v() }",
  ],
];

test.each(harmful)("a function that changes it locks when %s", (_, source) => {
  expect(writes(`${api}${shared}${source}`)).toBe(true);
});

const misplaced: [what: string, source: string][] = [
  ["in a function", `${api}function f() { const v = gr.local([]) }`],
  ["in a part of a value", `${api}const v = { cache: gr.local([]) }`],
  ["in a condition", `${api}const v = true ? gr.local([]) : null`],
  ["in an assignment", `${api}let v: any; v = gr.local([])`],
  ["in a block", `${api}{ const v = gr.local([]) }`],
  ["as an argument", `${api}const v = [1].map(gr.local)`],
  ["under another name", `${api}const keep = gr.local; const v = keep([])`],
];

describe("gr.local is an error", () => {
  test.each(misplaced)("%s", (_, source) => {
    expect(errorsOf(source).map(({ code }) => code)).toEqual(["local-place"]);
  });
});

test("inside a function the error says that nothing is needed there", () => {
  expect(errorsOf(`${api}function f() {\n  const v = gr.local([]);\n}`)).toMatchObject([
    { message: expect.stringContaining("every variable is local already"), range: { line: 3, column: 13 } },
  ]);
});

function variable(source: string) {
  return compiled(source).variables.find(({ name }) => name === "v");
}

function writes(source: string): boolean | undefined {
  return compiled(source).functions.find(({ name }) => name === "f")?.writes;
}
