import { expect, test } from "vitest";
import { bodyOf, compiled } from "./compile-for-test.ts";
import { runCompiled } from "./fake-host.ts";

const line = 'import * as gr from "interstate"\n';

test.each([
  ["without arguments", "const a = gr.State()", 'gr.State(void 0,void 0,"a")'],
  ["with a value", "const a = gr.State([])", 'gr.State([],void 0,"a")'],
  ["with options", "const a = gr.State([], { timeToLive: 9 })", 'gr.State([], { timeToLive: 9 },"a")'],
  ["with a comma at the end", "const a = gr.State([], /* , */)", 'gr.State([], /* , */void 0,"a")'],
  ["with what is parenthesised", "const a = gr.State((0, 1))", 'gr.State((0, 1),void 0,"a")'],
  ["of the browser", "const a = gr.BrowserState(0)", 'gr.BrowserState(0,void 0,"a")'],
])("a State %s is told its variable", (_, source, call) => {
  expect(bodyOf(line + source)).toContain(call);
});

test("so is one inside of a callback, and one whose type is told", async () => {
  const source = `${line}gr.Blocks(() => { const used = gr.State<string[]>(() => []) })`;
  expect(compiled(source).code).toContain('),void 0,"used")');
});

test.each(["fn(gr.State(0))", "const [a] = [gr.State(0)]", "const a = gr.State(...b)", "const a = gr.Number(0)"])(
  "%s is left as it is",
  (source) => {
    expect(bodyOf(line + source)).not.toContain("void 0");
  },
);

test("what runs has the value it was given", async () => {
  const { exports } = await runCompiled(compiled(`${line}const a = gr.State(7)\nexport const all = [a]`).code);
  expect(exports["all"]).toEqual([{ state: 7 }]);
});
