import fc from "fast-check";
import { expect, test } from "vitest";
import { textChange, type TextChange } from "./text-change.ts";

/** What an editor does with the change. */
function apply(text: string, { range, text: inserted }: TextChange): string {
  const lines = text.split("\n");
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const start = offset(range.line, range.column);
  return text.slice(0, start) + inserted + text.slice(offset(range.endLine, range.endColumn));
}

test("equal texts need no change", () => {
  expect(textChange("a\nb", "a\nb")).toBe(null);
});

test("kinds of line ends count as equal", () => {
  expect(textChange("a\r\nb\rc", "a\nb\nc")).toBe(null);
});

test("only what differs is replaced", () => {
  expect(textChange("let a = 1;\nlet b = 2;\n", "let a = 1;\nlet bee = 2;\n")).toEqual({
    range: { line: 2, column: 6, endLine: 2, endColumn: 6 },
    text: "ee",
  });
});

test("a character of two code units is never cut in two", () => {
  const change = textChange("a😀b", "a😁b");
  expect(change).toEqual({ range: { line: 1, column: 2, endLine: 1, endColumn: 4 }, text: "😁" });
});

test("the change makes the one text of the other, whatever they are", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "é"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = textChange(before, after);
      expect(change ? apply(before, change) : before).toBe(after);
    }),
  );
});
