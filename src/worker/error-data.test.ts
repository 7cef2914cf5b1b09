import { expect, test } from "vitest";
import { DeclarationError } from "../spec/declaration-error.ts";
import { toErrorData } from "./error-data.ts";
import { describeUncaught } from "./error-text.ts";

const urls = ["interstate:///playground.ts"];

test("an error keeps name, message, frames and causes", () => {
  const error = new TypeError("no", { cause: new Error("why") });
  error.stack = "TypeError: no\n    at press (interstate:///playground.ts:9:3)";
  expect(toErrorData(error, urls)).toEqual({
    name: "TypeError",
    message: "no",
    frames: [{ fn: "press", line: 9, column: 3 }],
    cause: { name: "Error", message: "why", frames: [] },
  });
});

test("a class of errors is known by its name", () => {
  class OutOfStock extends Error {}
  expect(toErrorData(new OutOfStock("x"), urls).name).toBe("OutOfStock");
});

test("a mistake in a declaration keeps its path", () => {
  expect(toErrorData(new DeclarationError("inputs[0]", "is wrong"), urls).path).toBe("inputs[0]");
});

test.each([
  ["boom", 'The code threw the text "boom", which is no Error.'],
  [undefined, "The code threw nothing (undefined), which is no Error."],
  [null, "The code threw null, which is no Error."],
  [{ code: 5 }, "The code threw an object, which is no Error."],
])("%o is said to be no Error", (thrown, message) => {
  expect(toErrorData(thrown, urls)).toEqual({ name: "Error", message, frames: [] });
});

test("causes end, and so do messages", () => {
  const error = new Error("x".repeat(1e6));
  error.cause = error;
  let data = toErrorData(error, urls);
  let causes = 0;
  for (; data.cause; causes++) data = data.cause;
  expect(causes).toBe(5);
  expect(data.message.length).toBe(10_000);
});

test("an error whose properties throw is still an error", () => {
  const error = new Proxy(new Error("x"), {
    get() {
      throw new Error("gotcha");
    },
  });
  expect(toErrorData(error, urls)).toEqual({ name: "Error", message: "", frames: [] });
});

test("an uncaught error becomes a line of the console with its frames", () => {
  const error = new RangeError("far");
  error.stack = "RangeError: far\n    at tick (interstate:///playground.ts:9:3)";
  expect(describeUncaught(error, "rejection", { urls, timeMs: 1 })).toEqual({
    level: "error",
    text: "Uncaught (in promise) RangeError: far\n    at tick, line 9",
    frame: { fn: "tick", line: 9, column: 3 },
    timeMs: 1,
  });
});
