// What the options of gr.Interface do to the app, beyond inputs and outputs.

import { expect, test } from "vitest";
import { DeclarationError } from "../spec/declaration-error.ts";
import { isLayout } from "../spec/layout-kind.ts";
import { parseAppSpec } from "../spec/parse-app-spec.ts";
import { appDeclaration } from "./create-app.ts";
import * as gr from "./index.ts";
import { connectTestPort } from "./port-for-tests.ts";

const add = (a: number, b: number) => a + b;

/** Declares an Interface as code without types may; the page accepts what becomes of it. */
function declare(options: object) {
  const app: unknown = Reflect.apply(gr.Interface, undefined, [
    { fn: add, inputs: ["number", "number"], outputs: "number", ...options },
  ]);
  const declaration = appDeclaration(app);
  if (!declaration) throw new Error("no app");
  expect(parseAppSpec(structuredClone(declaration.app))).toEqual({ ok: true, value: declaration.app });
  const { components, events } = declaration.app;
  const labels = components.filter(({ kind }) => !isLayout(kind)).map(({ label }) => label);
  const find = (label: string) => components.find((each) => each.label === label);
  return { ...declaration, components, events, labels, find };
}

function mistake(options: object): string {
  try {
    declare(options);
  } catch (error) {
    if (error instanceof DeclarationError) return `${error.path}: ${error.message}`;
    throw error;
  }
  throw new Error("It was accepted.");
}

test("examples are checked as the inputs' values are, and fill those that they have a value for", () => {
  const { find, events, components } = declare({
    inputs: ["number", "checkbox", "textbox", "state"],
    outputs: ["number", "state"],
    examples: [
      [1, null, "a"],
      [2.5, null, "b"],
    ],
    examplesPerPage: 3,
    exampleLabels: ["one", "more"],
  });
  const dataset = find("Examples");
  expect(dataset?.props).toMatchObject({
    samples: [
      [1, "a"],
      [2.5, "b"],
    ],
    headers: ["a", "input 2"],
    sampleLabels: ["one", "more"],
    samplesPerPage: 3,
  });
  const fill = events.find(({ action }) => action.kind === "fill");
  expect(fill?.outputs.map((id) => components[id]?.label)).toEqual(["a", "input 2"]);
  expect(fill?.action).toEqual({ kind: "fill", dataset: dataset?.id, remembers: null, preload: null });
});

test("without a single example there is nothing that shows them", () => {
  expect(declare({ examples: [] }).labels).toEqual(declare({}).labels);
});

test("with one input, examples need no lists, and a list of lists has its values in lists", () => {
  const one = (examples: unknown) => declare({ inputs: "textbox", examples }).find("Examples")?.props["samples"];
  expect(one(["a", "b"])).toEqual([["a"], ["b"]]);
  expect(one([["a"], ["b"]])).toEqual([["a"], ["b"]]);
  expect(one(["a", null])).toEqual([["a"], [""]]);
});

test.each([
  [{ examples: "folder" }, /^examples: examples must be a list: there are no folders here/],
  [{ examples: 5 }, /^examples: .*it is the number 5/],
  [{ examples: [1, 2] }, /^examples\[0\]: .*must be a list with a value for each of the 2 inputs/],
  [{ examples: [[1, 2, 3]] }, /^examples\[0\]: .*has 3 values, but the app has 2 inputs/],
  [
    {
      examples: [
        [1, 2],
        [1, "two"],
      ],
    },
    /^examples\[1\]\[1\]: .*must be a number, but it is the text "two"/,
  ],
  [{ examples: [[1, 2]], exampleLabels: [] }, /^exampleLabels: .*has 0 texts, but there are 1 examples/],
  [{ examples: [[1, 2]], preloadExample: 1 }, /^preloadExample: .*the number of an example, from 0 to 0/],
  [{ examples: [[1, 2]], examplesPerPage: 0 }, /^examplesPerPage: /],
  [{ live: "yes" }, /^live: .*must be true or false/],
  [{ flaggingMode: "sometimes" }, /^flaggingMode: .*must be one of "never", "manual", "auto"/],
  [{ flaggingOptions: "bad" }, /^flaggingOptions: .*must be a list of 1 to 20 texts/],
  [{ flaggingOptions: [5] }, /^flaggingOptions\[0\]: /],
  [{ flaggingCallback: "log" }, /^flaggingCallback: .*must be a function/],
  [{ submitBtn: 5 }, /^submitBtn: .*must be a text, a gr.Button or null/],
  [{ submitBtn: gr.Textbox() }, /^submitBtn: /],
  [{ additionalInputs: ["nmber"] }, /^additionalInputs\[0\]: .*Did you mean "number"/],
  [{ additionalInputsAccordion: { title: "More" } }, /^additionalInputsAccordion.title: /],
  [{ validator: true }, /^validator: .*must be a function/],
  [{ showProgress: "some" }, /^showProgress: .*"full", "minimal", "hidden"/],
  [{ cache_examples: true }, /^cache_examples: .*It is called "cacheExamples" here/],
  [{ allow_flagging: "never" }, /^allow_flagging: .*It is called "flaggingMode" here/],
  [{ batch: true }, /^batch: batch is not here, because/],
  [{ livee: true }, /^livee: .*Did you mean "live"/],
])("%o is refused at its place", (options, message) => {
  expect(mistake(options)).toMatch(message);
});

test("outputs are remembered only if asked for, and never with State", () => {
  const port = connectTestPort();
  const remembers = (options: object) => {
    const fill = declare({ examples: [[1, 2]], ...options }).events.find(({ action }) => action.kind === "fill");
    return fill?.action.kind === "fill" && fill.action.remembers;
  };
  expect(remembers({})).toBeNull();
  expect(remembers({ cacheExamples: true, cacheMode: "eager" })).toBe(0);
  expect(port.warnings).toEqual([]);
  expect(
    remembers({ cacheExamples: true, inputs: ["number", "number", "state"], outputs: ["number", "state"] }),
  ).toBeNull();
  expect(port.warnings).toContain("gr.Interface: cacheExamples is switched off, because the app uses State.");
});

test("nothing is shown at first where an input has a value of its own, or that was switched off", () => {
  const preload = (options: object) => {
    const fill = declare({ cacheExamples: true, examples: [[1, 2]], ...options }).events.find(
      ({ action }) => action.kind === "fill",
    );
    return fill?.action.kind === "fill" && fill.action.preload;
  };
  expect(preload({})).toBe(0);
  expect(preload({ preloadExample: false })).toBeNull();
  expect(preload({ inputs: [gr.Number(3), "number"] })).toBeNull();
  expect(preload({ cacheExamples: false })).toBeNull();
});

test("a live app runs on changes of its inputs, but not of its State, and has no Submit", () => {
  const { events, labels, components } = declare({
    inputs: ["textbox", "state", "number"],
    outputs: ["textbox", "state"],
    live: true,
  });
  expect(labels).not.toContain("Submit");
  const [run] = events;
  expect(
    run?.triggers.map(
      (trigger) => trigger.kind === "component" && [components[trigger.component]?.kind, trigger.event],
    ),
  ).toEqual([
    ["textbox", "change"],
    ["number", "change"],
  ]);
  expect(run).toMatchObject({ mode: "always_last", restMs: 250 });
});

test("in a live app, what the function itself writes into an input does not run it again", () => {
  const both = gr.Textbox({ label: "Text" });
  const { events } = declare({ fn: (text: string) => text, inputs: both, outputs: both, live: true });
  expect(events[0]?.triggers).toEqual([{ kind: "component", component: 0, event: "input" }]);
});

test("additional inputs come after the others, in an accordion", () => {
  const { components, events, layout } = (() => {
    const declared = declare({
      fn: (a: number, scale: number) => a * scale,
      inputs: "number",
      additionalInputs: [gr.Number({ value: 2 })],
      additionalInputsAccordion: { label: "More", open: true },
    });
    return { ...declared, layout: JSON.stringify(declared.app.layout) };
  })();
  const accordion = components.find(({ kind }) => kind === "accordion");
  expect(accordion).toMatchObject({ label: "More", props: { open: true } });
  expect(events[0]?.inputs.map((id) => components[id]?.label)).toEqual(["a", "scale"]);
  expect(layout).toContain(`"component":${accordion?.id},"children":[{"kind":"component","component":1}]`);
  expect(declare({ additionalInputs: "number" }).components.find(({ kind }) => kind === "accordion")).toMatchObject({
    label: "Additional Inputs",
    props: { open: false },
  });
});

test("buttons have other texts, other looks, or are not there", () => {
  const { labels, components } = declare({
    submitBtn: gr.Button("Add", { variant: "secondary" }),
    stopBtn: "Halt",
    clearBtn: null,
  });
  expect(labels.slice(-2)).toEqual(["Add", "Halt"]);
  expect(components.find(({ label }) => label === "Add")?.props["variant"]).toBe("secondary");
  expect(components.find(({ label }) => label === "Halt")).toMatchObject({
    visible: false,
    props: { variant: "stop" },
  });
  expect(declare({ inputs: [], fn: () => 1, submitBtn: "Roll" }).labels).toContain("Roll");
});

test("what is flagged is kept, by a press or by itself, or handed to a function", () => {
  const manual = declare({ flaggingMode: "manual", flaggingOptions: ["wrong", ["Offensive!", "offensive"]] });
  expect(manual.labels.slice(-2)).toEqual(["Flag as wrong", "Offensive!"]);
  const flags = manual.events.filter(({ name }) => name === "flag");
  expect(flags.map(({ action }) => action)).toEqual([
    { kind: "flag", option: "wrong", of: 0 },
    { kind: "flag", option: "offensive", of: 0 },
  ]);
  expect(flags[0]?.inputs).toEqual([0, 1, 2]);

  const auto = declare({ flaggingMode: "auto" });
  expect(auto.events.at(-1)).toMatchObject({
    triggers: [{ kind: "success", after: 0 }],
    action: { kind: "flag", option: "", of: 0 },
  });
  expect(auto.labels).not.toContain("Flag");
  expect(declare({}).labels).not.toContain("Flag");
  expect(declare({ flaggingMode: "manual" }).labels).toContain("Flag");

  const told: unknown[] = [];
  const callback = declare({
    flaggingMode: "manual",
    flaggingOptions: ["wrong"],
    flaggingCallback: (...args: unknown[]) => told.push(args),
  });
  const index = callback.events.findIndex(({ name }) => name === "flag");
  const { fn } = callback.calls[index] ?? { fn: () => undefined };
  Reflect.apply(fn, undefined, [1, 2, 3]);
  expect(told).toEqual([[[1, 2, 3], "wrong"]]);
});

test("a validator, a limit, progress and a name are the event's", () => {
  const validator = () => null;
  const { events, calls, app } = declare({
    validator,
    concurrencyLimit: null,
    showProgress: "minimal",
    apiName: "sum",
    fillWidth: true,
  });
  expect(events[0]).toMatchObject({
    showProgress: "minimal",
    apiName: "sum",
    action: { concurrencyLimit: null, validates: true },
  });
  expect(calls[0]?.validator).toBe(validator);
  expect(app.fillWidth).toBe(true);
  expect(declare({}).events[0]?.apiName).toBe("add");
  expect(declare({ apiName: false }).events[0]?.apiName).toBeNull();
});

test("what makes no sense here is left out, and said so in the console", () => {
  const { warnings } = connectTestPort();
  declare({ theme: "soft", analyticsEnabled: false, allowDuplication: true, flaggingDir: null, batch: false });
  expect(warnings).toEqual([
    "gr.Interface: theme has no effect here: the page looks the same for every app, in light and dark.",
    "gr.Interface: allowDuplication has no effect here: Share makes a link to a copy.",
  ]);
});

test("a function with other parameters than there are inputs is warned of", () => {
  const { warnings } = connectTestPort();
  declare({ inputs: "number" });
  declare({ inputs: ["number", "number", "number"] });
  declare({ fn: (a: number, b = 2) => a + b, inputs: "number" });
  declare({ fn: (...all: number[]) => all.length });
  declare({ fn: (a: number, b: number, progress = gr.Progress()) => [a, b, progress].length });
  expect(warnings).toEqual([
    "add takes 2 parameters, but the app has 1 input: b will be undefined.",
    "add takes 2 parameters, but the app has 3 inputs.",
  ]);
  expect(mistake({ fn: (a: number, progress = gr.Progress(), b = 1) => [a, progress, b].length })).toContain(
    "progress = gr.Progress() must come after the parameters that inputs are for",
  );
});
