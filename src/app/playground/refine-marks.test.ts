import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { refineMarks } from "./refine-marks.ts";

function compiled(source: string) {
  const result = compile(source);
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
}

test("what turned out to be loaded once is marked so, with the worker's reason, and other chips stay", () => {
  const program = compiled(`
    let count = 0;
    let model = await (await fetch("x")).json();
    const format = new Intl.NumberFormat();
    const limit = 3;
    export default function f() { count++; model = null; }
  `);
  const keyOf = (name: string) => program.variables.find((variable) => variable.name === name)?.key ?? "";
  const reports = [
    { key: keyOf("count"), kind: "global" as const, why: "", preview: "" },
    { key: keyOf("model"), kind: "once" as const, why: "it holds a function at .run", preview: "Object" },
    {
      key: keyOf("format"),
      kind: "once" as const,
      why: "it is an instance of NumberFormat",
      preview: "NumberFormat {}",
    },
    { key: keyOf("limit"), kind: "constant" as const, why: "", preview: "3" },
  ];
  const marks = refineMarks({ program, reports });
  expect(marks.map(({ name, kind }) => [name, kind])).toEqual([
    ["count", "global"],
    ["model", "once"],
    ["format", "once"],
    ["limit", "constant"],
  ]);
  expect(marks[1]?.why).toBe("it holds a function at .run");
});
