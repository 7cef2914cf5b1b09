import { describe, expect, test } from "vitest";
import { errorsOf } from "./compile-for-test.ts";

const broken: [source: string, message: string, place: [line: number, column: number]][] = [
  ['const x = "abc\n', "This string has no closing quote.", [1, 11]],
  ["const x = `abc\n", "This template string has no closing `.", [1, 11]],
  ["/* abc", "This comment has no closing */.", [1, 1]],
  ["function f() {\n  return 1\n", 'The code ends too early: the "{" of line 1 is not closed.', [1, 14]],
  ["let a = 1 +", "The code ends too early.", [1, 11]],
  ["const a;", 'A const needs a value: write "= …" after its name.', [1, 8]],
  ["let a = 1\nlet a = 2", '"a" is declared twice: rename one of the two.', [2, 5]],
  [
    "import gradio as gr\n\ndef greet(name):\n    return name\n",
    'This looks like Python, and code here is TypeScript: it begins with import * as gr from "interstate".',
    [1, 1],
  ],
  [
    "def greet(name):\n    return name\n",
    "This looks like Python, and code here is TypeScript: write function name(text: string) { … }.",
    [1, 1],
  ],
  ['const a = f"Hello {name}";', 'An f"…" is Python\'s: write `Hello ${name}`, between backticks.', [1, 11]],
  ["foo bar", 'Unexpected "bar": a ";", a "," or an operator is missing before it.', [1, 5]],
  ["foo(a b)", 'Unexpected "b": a "," or an operator is missing before it.', [1, 7]],
  ["if (a {\n}", 'Unexpected "{": ")" is missing before it.', [1, 7]],
  ["foo([1, 2)", 'Unexpected ")": "]" must come first, for the "[" of line 1.', [1, 10]],
  ["foo())", 'Unexpected ")": nothing is open that it could close.', [1, 6]],
  ["let a = (1 + )", 'Unexpected ")": something is missing before it.', [1, 14]],
  ["let y: = 1", 'Unexpected "=": something else should stand here.', [1, 8]],
  ["const class = 1", '"class" is a word of the language: choose another name.', [1, 7]],
  ["function f() { await x }", '"await" works in async functions only: write "async" before the function.', [1, 16]],
  [
    "const a = 1;\nfunction f() {\n  if (a) {\n    return 1;\n  }\n\nexport default f;",
    'A "}" is missing before this: the "{" of line 2 is not closed.',
    [7, 1],
  ],
  [
    "function f() {\n  import x from 'y';\n}",
    '"import" stands at the top of a module only, outside of functions and blocks.',
    [2, 3],
  ],
  ["const a = “hi”", "“ is no quote of the language, though it looks like one: write \" or '.", [1, 11]],
  ["return 1", '"return" works inside functions only.', [1, 1]],
  ["with (a) {}", '"with" can\'t be used in a module: name the object each time.', [1, 1]],
  ["1 = 2", "Only a variable, a property or a pattern can be assigned to.", [1, 1]],
  ["export { nope }", 'There is nothing called "nope" to export.', [1, 10]],
  ["const a = <div>x</div>", 'JSX can\'t be used here: the components of "interstate" make the page.', [1, 11]],
  [
    "const a = (\n  <Foo bar={1} />\n)",
    'JSX can\'t be used here: the components of "interstate" make the page.',
    [2, 3],
  ],
];

describe("explains", () => {
  test.each(broken)("%j", (source, message, [line, column]) => {
    expect(errorsOf(source)).toMatchObject([{ severity: "error", message, range: { line, column } }]);
  });
});

test("answers any text with a result, never by throwing", () => {
  for (const text of [
    "",
    "\0",
    "}",
    "`${",
    "/*",
    "a b c",
    "@",
    "#",
    "\\",
    "class { constructor(",
    "é",
    "type",
    "enum",
    "import",
    "<",
  ]) {
    for (const error of errorsOf(text)) {
      expect(error.range.line).toBeGreaterThan(0);
      expect(error.message).not.toBe("");
    }
  }
});
