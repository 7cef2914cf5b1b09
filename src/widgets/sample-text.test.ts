import { expect, test } from "vitest";
import { sampleText } from "./sample-text.ts";

test.each([
  ["a  b\nc", "a b c"],
  ["x".repeat(100), `${"x".repeat(59)}…`],
  [-0.5, "-0.5"],
  [false, "false"],
  [null, ""],
  [undefined, ""],
  [["quick", "brown", 3], "quick, brown, 3"],
  [{ a: 1, b: { c: null } }, "a: 1, b: c: "],
  [
    {
      headers: ["name", "n"],
      columns: [
        ["a", "b"],
        [1, null],
      ],
    },
    "a, 1; b, ",
  ],
  [{ headers: [], columns: [] }, ""],
  [new File([], "a.png", { type: "image/png" }), "a.png"],
  [new Blob([], { type: "text/csv" }), "text/csv"],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
])("%o is shown as %j", (value, text) => {
  expect(sampleText(value)).toBe(text);
});
