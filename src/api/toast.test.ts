import { expect, test } from "vitest";
import * as gr from "./index.ts";
import { connectTestPort } from "./port-for-tests.ts";

test("messages stay for ten seconds, with the heading of what they are", () => {
  const { toasts } = connectTestPort();
  gr.Info("a");
  gr.Success("b", { title: "Well done", duration: 3 });
  gr.Warning("c", { duration: null });
  gr.Info("d", { duration: 0 });
  gr.Info("e", { visible: false });
  expect(toasts).toEqual([
    { tone: "info", title: "Info", message: "a", durationMs: 10_000 },
    { tone: "success", title: "Well done", message: "b", durationMs: 3000 },
    { tone: "warning", title: "Warning", message: "c", durationMs: null },
    { tone: "info", title: "Info", message: "d", durationMs: null },
  ]);
});

test("what is no message is refused in words", () => {
  const { toasts } = connectTestPort();
  const call =
    (...args: readonly unknown[]) =>
    () =>
      void Reflect.apply(gr.Info, undefined, args);
  expect(call({ text: "x" })).toThrow("gr.Info takes a text, but this is an object");
  expect(call("x", 5)).toThrow(
    "gr.Info takes its options as an object, such as { duration: … }, but this is the number 5",
  );
  expect(call("x", { duration: "5" })).toThrow("The duration of gr.Info is in seconds");
  expect(call("x", { duration: -1 })).toThrow("The duration of gr.Info is in seconds");
  expect(call("x", { timeout: 1 })).toThrow('"timeout" is no option of gr.Info.');
  expect(toasts).toEqual([]);
  call(42)();
  expect(toasts).toMatchObject([{ message: "42" }]);
});

test("a gr.Error is an error, with or without new, and can be extended", () => {
  class OutOfStock extends gr.Error {}
  const errors = [new gr.Error("a"), gr.Error("b", { duration: 3, title: "Oops" }), new OutOfStock("c"), gr.Error()];
  for (const error of errors) {
    expect(error).toBeInstanceOf(globalThis.Error);
    expect(error).toBeInstanceOf(gr.Error);
    expect(error.stack).toContain("toast.test");
  }
  expect(new globalThis.Error("x")).not.toBeInstanceOf(gr.Error);
  expect(new OutOfStock("c")).toBeInstanceOf(OutOfStock);
  expect(errors.map(({ message, title, duration }) => [message, title, duration])).toEqual([
    ["a", "Error", 10],
    ["b", "Oops", 3],
    ["c", "Error", 10],
    ["Error raised.", "Error", 10],
  ]);
  expect(() => gr.Error("x", { print_exception: false } as never)).toThrow('It is called "printException" here.');
});
