import { expect, test } from "vitest";
import { setup } from "./call-setup.ts";

async function warningsOf(fn: () => unknown, outputs?: unknown): Promise<readonly string[]> {
  const { call, warnings } = setup({ fn, inputs: ["text"], ...(outputs !== undefined && { outputs }) });
  await call([""]);
  await call([""]);
  return warnings;
}

test("a function that returns nothing for its output is told of, once", async () => {
  const greet = () => undefined;
  expect(await warningsOf(greet, "text")).toEqual([
    'greet returned nothing, so "output" stays empty. Is a return missing?',
  ]);
  expect(await warningsOf(() => "a", "text")).toEqual([]);
  expect(await warningsOf(() => null, "text")).toEqual([]);
});

test("a value that no output shows is told of", async () => {
  const greet = () => "a";
  expect(await warningsOf(greet)).toEqual([
    'greet returned a value, but the app has no outputs to show it: give gr.Interface outputs, such as outputs: "text".',
  ]);
  expect(await warningsOf(() => undefined)).toEqual([]);
});

test("a promise in a text is told of", async () => {
  const greet = () => `Hello ${String(Promise.resolve("Ada"))}`;
  expect(await warningsOf(greet, "text")).toEqual([
    "greet made a text of a promise: an await is missing before what returns it.",
  ]);
});
