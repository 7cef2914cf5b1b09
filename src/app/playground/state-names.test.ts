import { expect, test } from "vitest";
import { toStateNames } from "./state-names.ts";

test.each([
  ["the only one goes by its user", ["used"], ["State"]],
  ["several go by their variables", ["used", "count"], ["used", "count"]],
  ["those without one have numbers, beside those of a chat", ["conversation", "State"], ["conversation", "State 1"]],
  ["those of one variable have numbers, too", ["box", "total", "box"], ["box 1", "total", "box 2"]],
])("%s", (_, declared, names) => {
  expect(toStateNames(declared)).toEqual(names);
});
