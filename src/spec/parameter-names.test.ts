import { expect, test } from "vitest";
import { parameterNames } from "./parameter-names.ts";

test.each([
  ["function add(a, b) { return (a) + b; }", ["a", "b"]],
  ["function(){}", []],
  ["async function* stream ( text , n ) {}", ["text", "n"]],
  ["x => x", ["x"]],
  ["async x => x", ["x"]],
  ["(a, b = (1, 2), c) => a", ["a", "b", "c"]],
  ["async (a) => { await g(a) }", ["a"]],
  ["() => 1", []],
  ["method(a, b) { return [a, b] }", ["a", "b"]],
  ["async *method(a) {}", ["a"]],
  ["['computed' + (1)](a, b) {}", ["a", "b"]],
  ["({ a, b }, [c], ...rest) => a", [null, null, null]],
  ['function f(a = ")", b = `${"`)"})`, c = /[/)]"/g, d = 4 / 2 / 1) {}', ["a", "b", "c", "d"]],
  ["function f(a /* (first, */, // second)\n b, ) {}", ["a", "b"]],
  ["function f(a = { x: [1, 2], y: (z, w) => z }, b) {}", ["a", "b"]],
  ["function f(a = function (inner) { return inner; }, b) {}", ["a", "b"]],
  ["function été($, _größe) {}", ["$", "_größe"]],
  ["async function f(a, progress = gr.Progress()) {}", ["a"]],
  ["(a, progress = gr.Progress({ trackTqdm: true }), request = gr.Request(),) => a", ["a"]],
  ["(progress = Progress()) => 1", []],
  ["(a, b = gr.Progressive(), c = f(gr.Progress())) => a", ["a", "b", "c"]],
  ["function () { [native code] }", []],
  ["", []],
])("reads the parameters of %s", (text, names) => {
  expect(parameterNames(text)).toEqual(names);
});

test("a text that is no function ends without an answer", () => {
  expect(parameterNames("`${`${")).toEqual([]);
  expect(parameterNames("(((((")).toEqual([]);
});
