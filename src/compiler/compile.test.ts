import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { compiled } from "./compile-for-test.ts";
import { hashSource } from "./hash-source.ts";

const scoreTracker = `import * as gr from "interstate";

const scores: number[] = [];                 // outside the function: global, every tab shares it

function trackScore(score: number) {
  scores.push(score);
  return scores.toSorted((a, b) => b - a).slice(0, 3);
}

export default gr.Interface({
  fn: trackScore,
  inputs: gr.Number({ label: "Score" }),
  outputs: gr.JSON({ label: "Top Scores" }),
});
`;

const messages = `import * as gr from "interstate";

function storeMessage(message: string, history: string[]) {
  const output = { "Current messages": message, "Previous messages": history.toReversed() };
  history.push(message);
  return [output, history];
}

export default gr.Interface({
  fn: storeMessage,
  inputs: ["textbox", gr.State([])],         // session state: one more parameter, one more return value
  outputs: ["json", gr.State()],
});
`;

const firstVisit = `import * as gr from "interstate";

let everyone = 0;                // outside the function: shared by every tab

function press(mine: number) {   // passed in and returned: yours alone
  everyone += 1;
  mine += 1;
  return [\`You \${mine} · Everyone \${everyone}\`, mine];
}

export default gr.Interface({ fn: press, inputs: gr.State(0), outputs: [gr.Textbox({ label: "Count" }), gr.State()] });
`;

test("the score tracker shares its list, and its function queues for it", () => {
  const { variables, functions, marks } = compiled(scoreTracker);
  expect(variables).toMatchObject([{ name: "scores", declaration: "const", role: "shared" }]);
  expect(functions).toMatchObject([{ name: "trackScore", writes: true }]);
  expect(marks).toMatchObject([
    { kind: "global", name: "scores", range: { line: 3, column: 7, endLine: 3, endColumn: 13 } },
  ]);
});

test("the message store shares nothing and takes no lock", () => {
  const { variables, functions, marks } = compiled(messages);
  expect(variables).toEqual([]);
  expect(functions).toMatchObject([{ name: "storeMessage", writes: false }]);
  expect(marks).toMatchObject([
    { kind: "session", range: { line: 11, column: 23, endColumn: 31 } },
    { kind: "session", range: { line: 12, column: 21, endColumn: 29 } },
  ]);
});

test("the first visit's program shares its count", () => {
  const { variables, functions, marks } = compiled(firstVisit);
  expect(variables).toMatchObject([{ name: "everyone", declaration: "let", role: "shared" }]);
  expect(functions).toMatchObject([{ name: "press", writes: true, why: "because it assigns to everyone on line 6" }]);
  expect(marks.map(({ kind }) => kind)).toEqual(["global", "session", "session"]);
});

test("a result names its source, and is plain data", () => {
  const module = compiled(scoreTracker);
  expect(module.hash).toBe(hashSource(scoreTracker));
  expect(structuredClone(module)).toEqual(module);
});

test("an empty program compiles", () => {
  expect(compiled("").code).toBe("const __is=globalThis.__interstate;;__is.bind([]);");
});

test("a program that does not parse is answered with one error", () => {
  const result = compile("let a = ");
  expect(result.ok ? [] : result.error).toHaveLength(1);
});

// Without a bound on the parser's work this would take longer than anybody waits; the time allowed is for busy machines.
test("unfinished code that could be read in ever more ways is answered", { timeout: 60_000 }, () => {
  expect(compile("f<T>(".repeat(60))).toMatchObject({ ok: false, error: [{ code: "syntax", range: { line: 1 } }] });
  expect(compile(`${"a ? (b) : ".repeat(60)}(`)).toMatchObject({ ok: false });
});

test("deep nesting is compiled or answered with an error", () => {
  for (const source of [`let a = ${"[".repeat(5000)}${"]".repeat(5000)}`, `let a = ${"1 + ".repeat(20_000)}1`])
    expect(compile(source)).toMatchObject({ ok: false, error: [{ message: "This code is nested too deeply." }] });
});

test("programs that differ in layout, comments and types alone run the same", () => {
  const { runs } = compiled("let n: number = 1;\nexport default () => ++n;");
  expect(compiled("// counts\nlet n = 1\n\nexport default () => ++n\n").runs).toBe(runs);
  expect(compiled("let n: number = 1;\nexport default () => --n;").runs).not.toBe(runs);
});
