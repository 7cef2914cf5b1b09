import fc from "fast-check";
import { expect, test } from "vitest";
import { compiled } from "./compile-for-test.ts";
import { toSourcePosition } from "./positions.ts";

test("columns after insertions are moved back by their length", () => {
  const insertions = [
    { line: 2, column: 5, length: 10 },
    { line: 2, column: 20, length: 3 },
  ];
  const columns = [1, 4, 5, 9, 15, 16, 20, 22, 23, 24].map((column) => toSourcePosition(insertions, 2, column).column);
  expect(columns).toEqual([1, 4, 5, 5, 5, 6, 10, 10, 10, 11]);
  expect(toSourcePosition(insertions, 3, 20)).toEqual({ line: 3, column: 20 });
});

// Pieces of programs; each N is a number, so that names differ.
const snippets = [
  "let aN: number = 1",
  "const bN = [1, 2] as number[];",
  "const { cN, dN: [eN = 2, ...fN] } = { cN: 1, dN: [undefined, 3] } as any",
  "let gN!: string, hN = 'x', iN: any;",
  "var jN = (1, 2)",
  "enum KN { A, B = 5,\n  C = A | B, }",
  "function lN<T>(x: T, y?: number): T {\n  return x as T\n}",
  "const mN = async <T,>(x: T): Promise<\n T> => x",
  "class wN<T> implements Foo { private x?: number; constructor(public a: T, readonly b = 1) { a! }\n static y = 2 }",
  "interface ON { a: 1 }",
  "type PN = { a: string\n b: number }",
  "export const qN = (x: number) => x",
  "for (var rN = 0 as number; rN < 2; rN++) {}",
  "{ let sN: number = 1; void sN; }",
  "[1].map((tN: number) => tN!)",
  "(async () => {})()",
  "/* c */ /* d\n e */",
  "",
];

const programs = fc
  .array(fc.record({ text: fc.constantFrom(...snippets), end: fc.constantFrom("\n", "\r\n", ";\n", "; ") }), {
    maxLength: 12,
  })
  .map((parts) => parts.map(({ text, end }, i) => text.replaceAll("N", String(i)) + end).join(""));

test("any program keeps its lines, and every name in the output maps back to that name in the source", () => {
  fc.assert(
    fc.property(programs, (source) => {
      const { code, insertions } = compiled(source);
      const sourceLines = source.split(/\r\n|\n/);
      const lines = code.split(/\r\n|\n/);
      expect(lines).toHaveLength(sourceLines.length);
      for (const [i, line] of lines.entries()) {
        for (const match of line.matchAll(/\b[a-zA-Z]\d+\b/g)) {
          const column = match.index + 1;
          if (insertions.some((insertion) => isInside(insertion, i + 1, column))) continue;
          const place = toSourcePosition(insertions, i + 1, column);
          expect(sourceLines[place.line - 1]?.slice(place.column - 1, place.column - 1 + match[0].length)).toBe(
            match[0],
          );
        }
      }
    }),
    { numRuns: 200 },
  );
});

function isInside(insertion: { line: number; column: number; length: number }, line: number, column: number): boolean {
  return insertion.line === line && column >= insertion.column && column < insertion.column + insertion.length;
}
