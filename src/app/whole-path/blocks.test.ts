import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

const functionsOf = (source: string) => {
  const result = compile(`import * as gr from "interstate";\n${source}`);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join("\n"));
  const { functions, variables } = result.value;
  return functions.map(({ name, writes, reaches }) => ({
    name,
    writes,
    reaches: reaches && reaches.map((index) => variables[index]?.name),
  }));
};

test("what a listener's function may use is known, through what it calls", () => {
  const source = `
    let count = 0;
    const scores = [];
    const model = () => scores.length;
    const box = gr.Textbox();
    function add() { count += 1; }
    export default gr.Blocks(() => {
      const own = gr.Textbox();
      gr.Button("Go").click({ fn: () => add() });
      gr.Number({ value: () => model() });
      gr.Textbox({ value: () => new Map([[own, 1], [box, 2]]) });
    });`;
  expect(functionsOf(source).filter(({ name }) => name === "fn" || name === "value")).toEqual([
    { name: "fn", writes: true, reaches: ["count"] },
    { name: "value", writes: false, reaches: ["scores", "model"] },
    { name: "value", writes: false, reaches: [] },
  ]);
});

test("a function that uses what the callback around it changes can run in one worker only", () => {
  const source = `
    export default gr.Blocks(() => {
      let presses = 0;
      gr.Button("Go").click({ fn: () => { presses += 1; } });
    });`;
  expect(functionsOf(source).find(({ name }) => name === "fn")?.reaches).toBeNull();
});
