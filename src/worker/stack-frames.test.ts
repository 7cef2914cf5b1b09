import { expect, test } from "vitest";
import { moduleUrl, parseFrames } from "./stack-frames.ts";

const blob = "blob:null/1f0c7d2e-1111-2222-3333-444455556666";
const urls = [moduleUrl, blob];

test("reads Chromium's stacks", () => {
  const stack = `TypeError: no (interstate:///playground.ts:1:1) in the message is no frame
    at Module.boom (${moduleUrl}:14:10)
    at async press (${moduleUrl}:10:3)
    at new Counter (${moduleUrl}:9:2)
    at Object.next [as then] (${moduleUrl}:8:1)
    at ${moduleUrl}:3:28
    at <anonymous>
    at runCall (interstate-runtime.js:1:2000)`;
  expect(parseFrames(stack, urls)).toEqual([
    { fn: "boom", line: 14, column: 10 },
    { fn: "press", line: 10, column: 3 },
    { fn: "Counter", line: 9, column: 2 },
    { fn: "next", line: 8, column: 1 },
    { fn: "", line: 3, column: 28 },
  ]);
});

test("reads Firefox's stacks", () => {
  const stack = `press@${moduleUrl}:10:3\nasync*default@${moduleUrl}:3:28\nouter/inner/<@${moduleUrl}:4:1\n@${moduleUrl}:1:1\nrun@interstate-runtime.js:1:1`;
  expect(parseFrames(stack, urls)).toEqual([
    { fn: "press", line: 10, column: 3 },
    { fn: "default", line: 3, column: 28 },
    { fn: "outer/inner", line: 4, column: 1 },
    { fn: "", line: 1, column: 1 },
  ]);
});

test("reads WebKit's stacks, which know the module by its blob", () => {
  const stack = `press@${blob}:10:3\nmodule code@${blob}:12:1\n@${blob}:3:41\nasyncFunctionResume@[native code]`;
  expect(parseFrames(stack, urls)).toEqual([
    { fn: "press", line: 10, column: 3 },
    { fn: "", line: 12, column: 1 },
    { fn: "", line: 3, column: 41 },
  ]);
});

test("a runaway stack is cut", () => {
  const stack = `x@${moduleUrl}:1:1\n`.repeat(1000);
  expect(parseFrames(stack, urls).length).toBe(30);
});
