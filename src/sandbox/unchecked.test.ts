import { expect, test } from "vitest";
import { MalformedMessageError, parseEvent, parseLoad, parseOutcome } from "./unchecked.ts";

const step = { outputs: [{ kind: "value", value: 1 }, { kind: "skip" }], room: [], session: [], browser: [] };

test("a worker's answers pass with just the fields they should have", () => {
  expect(parseOutcome({ kind: "returned", step: { ...step, more: 1 }, durationMs: 2, more: 1 })).toEqual({
    kind: "returned",
    step,
    durationMs: 2,
  });
  expect(parseOutcome({ kind: "stopped", durationMs: 0 })).toEqual({ kind: "stopped", durationMs: 0 });
  expect(parseEvent({ type: "yield", call: "a", seq: 1, step })).toEqual({ type: "yield", call: "a", seq: 1, step });
});

test("what a worker says of progress, and its messages, pass within bounds", () => {
  const level = { index: 3, length: null, unit: "steps", fraction: null, description: "d".repeat(9000), more: 1 };
  expect(parseEvent({ type: "progress", call: "a", levels: [level] })).toEqual({
    type: "progress",
    call: "a",
    levels: [{ index: 3, length: null, unit: "steps", fraction: null, description: `${"d".repeat(500)}…` }],
  });
  const toast = { tone: "info", title: "Info", message: "m".repeat(9000), durationMs: 1e300, more: 1 };
  expect(parseEvent({ type: "toast", toast })).toEqual({
    type: "toast",
    toast: { tone: "info", title: "Info", message: `${"m".repeat(5000)}…`, durationMs: 86_400_000 },
  });
});

test("an error that is meant for the person says how it is shown", () => {
  const notice = { title: "Oops", durationMs: null, visible: true, isProblem: false };
  const threw = (value: unknown) =>
    parseOutcome({ kind: "threw", error: { name: "Error", message: "m", frames: [], notice: value }, durationMs: 1 });
  expect(threw({ ...notice, more: 1 })).toMatchObject({ error: { notice } });
  expect(() => threw({ ...notice, visible: "yes" })).toThrow(MalformedMessageError);
});

test("an error keeps its frames, its path and its causes, each within bounds", () => {
  let error: Record<string, unknown> = { name: "Error", message: "deep", frames: [] };
  for (let i = 0; i < 100; i++) error = { name: "Error", message: "x".repeat(50_000), frames: [], cause: error };
  error["path"] = "inputs[0]";
  error["frames"] = [{ fn: "press", line: 3, column: 4 }];
  const load = parseLoad({ kind: "threw", error });
  if (load.kind !== "threw") throw new Error("expected a failure");
  expect(load.error.path).toBe("inputs[0]");
  expect(load.error.frames).toEqual([{ fn: "press", line: 3, column: 4 }]);
  expect(load.error.message.length).toBeLessThanOrEqual(20_001);
  let causes = 0;
  for (let cause = load.error.cause; cause; cause = cause.cause) causes++;
  expect(causes).toBe(8);
});

test.each([
  ["nothing", undefined],
  ["a list", []],
  ["an unknown kind", { kind: "pwned" }],
  ["a step that is none", { kind: "returned", step: 7, durationMs: 1 }],
  ["a duration that is no number", { kind: "stopped", durationMs: Number.NaN }],
  [
    "too many outputs",
    { kind: "returned", step: { ...step, outputs: Array(1001).fill({ kind: "skip" }) }, durationMs: 1 },
  ],
  ["an error without a message", { kind: "threw", error: { name: "E", frames: [] }, durationMs: 1 }],
])("an outcome that is %s is refused", (_, value) => {
  expect(() => parseOutcome(value)).toThrow(MalformedMessageError);
});

test("outputs that hold far more than a page can show are refused, without walking all of it", () => {
  let lists: unknown = [];
  for (let i = 0; i < 30; i++) lists = [lists, lists];
  const returned = (value: unknown) => ({
    kind: "returned",
    step: { ...step, outputs: [{ kind: "value", value }] },
    durationMs: 1,
  });
  expect(() => parseOutcome(returned(lists))).toThrow(MalformedMessageError);
  expect(parseOutcome(returned("x".repeat(64_000_000)))).toMatchObject({ kind: "returned" });
});

test.each([
  ["an unknown type", { type: "eval", code: "1" }],
  [
    "a console level that there is not",
    { type: "console", entries: [{ level: "fatal", text: "", frame: null, timeMs: 0 }], dropped: 0 },
  ],
  ["progress of too many levels", { type: "progress", call: "a", levels: Array(21).fill({}) }],
  [
    "progress that is no number",
    {
      type: "progress",
      call: "a",
      levels: [{ index: null, length: null, unit: "", fraction: Number.NaN, description: null }],
    },
  ],
  [
    "a message of a tone that there is not",
    { type: "toast", toast: { tone: "html", title: "", message: "", durationMs: null } },
  ],
  [
    "a message that is no text",
    { type: "toast", toast: { tone: "info", title: "", message: { html: "" }, durationMs: null } },
  ],
  ["a yield without a number", { type: "yield", call: "a", seq: "1", step }],
])("an event with %s is refused", (_, value) => {
  expect(() => parseEvent(value)).toThrow(MalformedMessageError);
});
