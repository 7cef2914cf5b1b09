import { expect, test } from "vitest";
import { isText, withoutIndent } from "./texts.ts";

test("a template loses the indentation that its lines share, and the blank lines around it", () => {
  expect(withoutIndent("\n    # Title\n\n    - one\n      - two\n  ")).toBe("# Title\n\n- one\n  - two");
  expect(withoutIndent("\t\ta\n\t\t\tb")).toBe("a\n\tb");
});

test("what is indented under a first line stays so", () => {
  expect(withoutIndent("- one\n  - two")).toBe("- one\n  - two");
  expect(withoutIndent("Code:\n\n    a = 1")).toBe("Code:\n\n    a = 1");
});

test("blank lines need no indentation", () => {
  expect(withoutIndent("  a\n\n  b\n c")).toBe(" a\n\n b\nc");
  expect(withoutIndent(" \n \n")).toBe("");
});

test("a text is one up to 64 million characters", () => {
  expect(isText("a")).toBe(true);
  expect(isText(1)).toBe(false);
  expect(isText("a".repeat(64_000_001))).toBe(false);
});
