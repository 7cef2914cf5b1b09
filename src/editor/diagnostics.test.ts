import type { editor, Uri } from "monaco-editor/editor";
import { expect, test } from "vitest";
import type { Diagnostic } from "../protocol/compiled.ts";
import { toDiagnostics, toMarker } from "./diagnostics.ts";

const resource = {} as Uri;
const problem: Diagnostic = {
  severity: "warning",
  code: "two-states",
  message: "Two States.",
  range: { line: 2, column: 3, endLine: 4, endColumn: 5 },
};

function marker(data: Partial<editor.IMarker>): editor.IMarker {
  return { ...toMarker(problem), owner: "typescript", resource, ...data };
}

test("a diagnostic survives the way into a marker and back", () => {
  const problems = [problem, { ...problem, severity: "error" } as const];
  expect(toDiagnostics(problems.map((each) => marker(toMarker(each))))).toEqual(problems);
});

test("hints and infos are no diagnostics", () => {
  expect(toDiagnostics([marker({ severity: 1 }), marker({ severity: 2 })])).toEqual([]);
});

test("a code with a link to its explanation keeps the code alone", () => {
  const [linked] = toDiagnostics([marker({ code: { value: "2304", target: resource } })]);
  expect(linked?.code).toBe("2304");
});
