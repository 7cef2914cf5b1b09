import { expect, test } from "vitest";
import { expressionEnd } from "./expression-end.ts";

test.each([
  ['  throw |new Error("Not today");', 'new Error("Not today")'],
  ["  const n = |missing + 1;", "missing"],
  ["  return user.|name.length;", "name.length"],
  ['  list.|map((x) => x[0].y).join(")"); // why', 'map((x) => x[0].y).join(")")'],
  ["  |await load(`a ${1})`)", "await load(`a ${1})`)"],
  ['  |handlers?.[key]?.("it\\"s)", 1);', 'handlers?.[key]?.("it\\"s)", 1)'],
  ["  if (a.|b!.c) {", "b!.c"],
  ["  |[1, 2](3);", "[1, 2](3)"],
  ["  |tag`hello`;", "tag`hello`"],
  ["  throw |new Error(", "new Error("],
  ["  throw |new Error('half  ", "new Error('half"],
  ["  a |+ b; c", "+ b"],
  ["  a |+ b // c", "+ b"],
  ["  x = 1|;", ";"],
  ["  x |", ""],
])("%s", (marked, expression) => {
  const column = marked.indexOf("|") + 1;
  const line = marked.replace("|", "");
  const end = expressionEnd(line, column);
  expect(line.slice(column - 1, end - 1)).toBe(expression);
  expect(end).toBeGreaterThan(column);
});
