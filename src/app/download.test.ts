import { expect, test } from "vitest";
import { fileName } from "./download.ts";

test.each([
  ["Score tracker", "score-tracker.ts"],
  ["  What's new?  ", "what-s-new.ts"],
  ["../../etc/passwd", "etc-passwd.ts"],
  ["Zähler Ⅳ", "zähler-ⅳ.ts"],
  ["???", "playground.ts"],
  ["x".repeat(200), `${"x".repeat(60)}.ts`],
])("the title %o names a file", (title, expected) => {
  expect(fileName(title, "ts")).toBe(expected);
});
