import { expect, test } from "vitest";
import * as gr from "../api/index.ts";
import { messageOf, setup, skip, value } from "./call-setup.ts";

const outputsOf = (outcome: Awaited<ReturnType<ReturnType<typeof setup>["call"]>>) =>
  outcome.kind === "returned" ? outcome.step.outputs : outcome;

test("gr.update changes the options that it names, and shows its value as any other", async () => {
  const fn = () => gr.update({ label: "Sum", precision: 1, value: 1.26 });
  expect(outputsOf(await setup({ fn, outputs: "number" }).call([]))).toEqual([
    { kind: "update", options: { label: "Sum", precision: 1, value: 1.3 } },
  ]);
});

test("a component that is returned changes the output's options", async () => {
  const fn = () => gr.Textbox("text", { visible: false });
  expect(outputsOf(await setup({ fn, outputs: "textbox" }).call([]))).toEqual([
    { kind: "update", options: { visible: false, value: "text" } },
  ]);
});

test("gr.skip leaves an output as it is, and alone all of them", async () => {
  const one = setup({ fn: () => ["a", gr.skip()], outputs: ["text", "number"] });
  expect(outputsOf(await one.call([]))).toEqual([value("a"), skip]);
  const all = setup({ fn: () => gr.skip(), outputs: ["text", "number"] });
  expect(outputsOf(await all.call([]))).toEqual([skip, skip]);
});

test("a State is left by gr.skip and set by gr.update", async () => {
  const fn = (n: number) => ["", n === 0 ? gr.skip() : gr.update({ value: [n] })];
  const { call, state } = setup({ fn, inputs: ["number", gr.State([])], outputs: ["text", gr.State()] });
  await call([0, undefined]);
  expect(state()).toEqual([]);
  await call([1, undefined]);
  expect(state()).toEqual([1]);
});

test("inputs and outputs count as they are for the user who calls", async () => {
  const { call } = setup({ fn: (n: number) => n / 3, inputs: gr.Number({ max: 5 }), outputs: "number" });
  expect(messageOf(await call([9]))).toContain("at most 5");
  const changed = [
    [0, { max: 10 }],
    [1, { precision: 2 }],
  ] as const;
  expect(outputsOf(await call([8], "none", changed))).toEqual([value(2.67)]);
});

test.each([
  [
    "an option that the output does not have",
    () => gr.update({ lines: 2 }),
    'The output ("output").lines is no option of gr.Number.',
  ],
  ["an option of the wrong type", () => gr.update({ label: 5 }), 'The output ("output").label must be a text'],
  [
    "a value that it cannot show",
    () => gr.update({ value: "x" }),
    'The output ("output") is a Number, but the function',
  ],
  [
    "a component of another kind",
    () => gr.Textbox(),
    'The output ("output") is a Number, but the function returned a Textbox',
  ],
])("an update is refused with %s", async (_, fn, message) => {
  expect(messageOf(await setup({ fn, outputs: "number" }).call([]))).toContain(message);
});
