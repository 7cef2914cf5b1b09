import { expect, test } from "vitest";
import { optionHint } from "./option-hint.ts";

const names = ["cacheExamples", "live", "desc"];

test.each([
  ["cache_examples", ' It is called "cacheExamples" here.'],
  ["description", ' It is called "desc" here.'],
  ["liv", ' Did you mean "live"?'],
  ["something_else", ""],
  ["__proto__", ""],
  ["", ""],
])("an option %j that there is not is explained: %j", (name, hint) => {
  expect(optionHint(name, names, { description: "desc" })).toBe(hint);
});
