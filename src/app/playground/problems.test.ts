import { expect, test } from "vitest";
import { compiled } from "../../compiler/compile-for-test.ts";
import { fromError } from "./problems.ts";

const source = `import * as gr from "interstate";

export default gr.Blocks(() => {
  const count = gr.Number();
  gr.Button("Go").click({ fn: (n: number) => n, inputs: count });
});
`;

/** On which line a mistake in the declaration is marked. */
function lineOf(path: string, frames: readonly { fn: string; line: number; column: number }[], code = source) {
  const error = { name: "DeclarationError", message: "m", path, frames };
  return fromError("load", error, { ...compiled(code), allowed: [] }).range?.line;
}

const onLine5 = [{ fn: "", line: 5, column: 19 }];

test("a listener's mistake is marked where the listener is, not where the app begins", () => {
  expect(lineOf("click.input", onLine5)).toBe(5);
});

test("an option's mistake is marked at the option, else where the call is, else at the app", () => {
  const named = source.replace(
    /gr\.Blocks[^]*/,
    "gr.Interface({\n  fn: (n: number) => n,\n  inputs: gr.Number({ max: -1 }),\n});\n",
  );
  expect(lineOf("inputs.max", [{ fn: "", line: 3, column: 16 }], named)).toBe(5);
  expect(lineOf("nothing.such", [], named)).toBe(3);
  expect(lineOf("", onLine5)).toBe(5);
});
