import { expect, test } from "vitest";
import type { AppDeclaration } from "../spec/app-declaration.ts";
import { testCall } from "../spec/component-for-tests.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { isLayout } from "../spec/layout-kind.ts";
import { parseAppSpec } from "../spec/parse-app-spec.ts";
import { appDeclaration } from "./create-app.ts";
import * as gr from "./index.ts";

/** Declares an Interface as code without types may. */
function declare(options: unknown): AppDeclaration {
  const app: unknown = Reflect.apply(gr.Interface, undefined, [options]);
  const declaration = appDeclaration(app);
  if (!declaration) throw new Error("no app");
  return declaration;
}

function mistake(options: unknown): { path: string; message: string } {
  try {
    declare(options);
  } catch (error) {
    if (error instanceof DeclarationError) return { path: error.path, message: error.message };
    throw error;
  }
  throw new Error("It was accepted.");
}

/** Its components without what only lays them out. */
const faces = (app: AppDeclaration["app"]) => app.components.filter(({ kind }) => !isLayout(kind));

const fn = (a: string, b: string) => a + b;

test("the score tracker becomes an input beside an output", () => {
  const trackScore = (score: number) => [score];
  const { app } = declare({
    fn: trackScore,
    inputs: gr.Number({ label: "Score" }),
    outputs: gr.JSON({ label: "Top Scores" }),
  });
  expect(faces(app).map(({ kind, label, interactive }) => [kind, label, interactive])).toEqual([
    ["number", "Score", true],
    ["json", "Top Scores", false],
    ["button", "Clear", true],
    ["button", "Submit", true],
    ["button", "Stop", true],
  ]);
  const place = (component: number) => ({ kind: "component", component });
  const block = (component: number, children: unknown) => ({ kind: "block", component, children });
  expect(app.layout).toEqual(block(8, [block(6, [place(0), block(5, [2, 3, 4].map(place))]), block(7, [place(1)])]));
  expect([8, 6, 5, 7].map((id) => app.components[id]?.kind)).toEqual(["row", "column", "row", "column"]);
  expect(app.events[0]).toEqual({
    name: "trackScore",
    triggers: [
      { kind: "component", component: 3, event: "click" },
      { kind: "component", component: 0, event: "submit" },
    ],
    inputs: [0],
    outputs: [1],
    action: { ...testCall, writes: true },
    mode: "once",
    showProgress: "full",
    cancels: [],
    apiName: "trackScore",
    parameters: ["score"],
    restMs: 0,
    whileRunning: { hide: [3], show: [4] },
  });
});

test("the State of the inputs stands for that of the outputs, and has no place in the layout", () => {
  const press = (mine: number) => ["", mine];
  const { app, states } = declare({
    fn: press,
    inputs: gr.State(0),
    outputs: [gr.Textbox({ label: "Count" }), gr.State(5)],
  });
  expect(app.events[0]).toMatchObject({ inputs: [0], outputs: [1, 0] });
  expect(app.components[0]).toMatchObject({ kind: "state", label: "mine", visible: false, value: undefined });
  expect(states).toEqual([{ component: 0, initial: 0, deleteCallback: null }]);
  expect(JSON.stringify(app.layout)).not.toContain('"component":0');
  expect(app.components.map(({ label }) => label)).toContain("Submit");
});

test("Clear gives inputs, outputs and State their initial values", () => {
  const { app } = declare({ fn, inputs: ["textbox", "state"], outputs: ["json", "state"] });
  expect(app.events[1]).toMatchObject({ name: "Clear", outputs: [0, 1, 2], action: { kind: "clear" } });
  expect(app.events[2]).toMatchObject({ name: "Stop", cancels: [0], action: { kind: "none" } });
});

test("labels are those of parameters, and output or output 0, output 1", () => {
  const store = (message: string, _history: unknown, { a }: { a: number }) => [message, a];
  const several = declare({ fn: store, inputs: ["text", "json", "json"], outputs: ["text", "number"] });
  expect(several.app.components.slice(0, 5).map(({ label }) => label)).toEqual([
    "message",
    "_history",
    "input 2",
    "output 0",
    "output 1",
  ]);
  expect(declare({ fn, inputs: ["text", "text"], outputs: "text" }).app.components[2]?.label).toBe("output");
});

test("without inputs there is a Generate button in the column of the outputs", () => {
  const { app } = declare({ fn: () => 1, outputs: "number" });
  expect(faces(app).map(({ label }) => label)).toEqual(["output", "Clear", "Generate", "Stop"]);
  expect(app.layout).toMatchObject({ children: [{ children: [{ component: 0 }, { kind: "block" }] }] });
});

test("the same component as input and output has one place", () => {
  const box = gr.Textbox();
  const { app } = declare({ fn: (text: string) => text, inputs: box, outputs: box });
  expect(app.events[0]).toMatchObject({ inputs: [0], outputs: [0] });
  expect(app.layout).toMatchObject({ children: [{ children: [{ component: 0 }, { kind: "block" }] }] });
});

test("a component that is an input twice has one place", () => {
  const box = gr.Textbox();
  const { app } = declare({ fn, inputs: [box, box], outputs: "text" });
  expect(app.events[0]).toMatchObject({ inputs: [0, 0], outputs: [1] });
  expect(parseAppSpec(app).ok).toBe(true);
});

test("generator functions are known as such", () => {
  for (const generator of [function* () {}, async function* () {}]) {
    expect(declare({ fn: generator, outputs: "text" }).app.events[0]?.action).toMatchObject({ generator: true });
  }
});

test("what is declared passes the page's checks unchanged, after a trip through structuredClone", () => {
  const { app } = declare({
    fn,
    inputs: [gr.Textbox("a", { lines: 3 }), gr.Number(1, { min: 0 }), gr.Checkbox(true), gr.JSON([1]), "state"],
    outputs: ["json", "number", gr.State()],
    title: "T",
    description: "D",
    article: "A",
  });
  expect(parseAppSpec(structuredClone(app))).toEqual({ ok: true, value: app });
});

test("a mistake names its place", () => {
  expect(mistake({ fn, inputs: ["text", "text", gr.Number(Object({ max: "ten" }))] })).toEqual({
    path: "inputs[2].max",
    message: 'inputs[2].max must be a number, but it is the text "ten"',
  });
  expect(mistake({ fn, inputs: gr.Slider(Object({ show_reset_button: true })) })).toEqual({
    path: "inputs.show_reset_button",
    message: 'inputs.show_reset_button is no option of gr.Slider. It is called "showReset" here.',
  });
  expect(mistake({ fn, outputs: [gr.Textbox(Object({ lable: "x" }))] }).message).toBe(
    'outputs[0].lable is no option of gr.Textbox. Did you mean "label"?',
  );
  expect(mistake({ fn, inputs: gr.Number({ min: 3, max: 1 }) }).path).toBe("inputs.max");
  expect(mistake({ fn, inputs: gr.Number(5, { max: 1 }) }).path).toBe("inputs.value");
  expect(mistake({ fn, inputs: "textbocks" })).toEqual({
    path: "inputs",
    message: 'No such component: "textbocks". Did you mean "textbox"?',
  });
  expect(mistake({ fn, inputs: [5] }).path).toBe("inputs[0]");
  expect(mistake({ fn: 5, inputs: "text" }).path).toBe("fn");
  expect(mistake({ fn, inputs: "text", tittle: "x" }).message).toBe(
    'tittle is no option of gr.Interface. Did you mean "title"?',
  );
  expect(mistake({ fn }).message).toBe("Must provide at least one of `inputs` or `outputs`");
});

test("a mistake is marked where the component was declared", () => {
  const wrong = gr.Number(Object({ max: "ten" }));
  const line = new Error().stack?.split("\n")[1]?.match(/interface\.test\.ts:(\d+)/)?.[1];
  try {
    declare({ fn, inputs: wrong });
  } catch (error) {
    expect(error instanceof Error && error.stack).toContain(`interface.test.ts:${Number(line) - 1}`);
    return;
  }
  throw new Error("It was accepted.");
});

test.each([
  [["text", "state"], ["text"], "inputs[1]"],
  [["text"], ["text", "state"], "outputs[1]"],
  [["text", "state", "state"], ["text", "state"], "inputs[2]"],
  [["state", "state"], ["state", "state"], "inputs[1]"],
])("States %o → %o are refused in Gradio's words", (inputs, outputs, path) => {
  const error = mistake({ fn, inputs, outputs });
  expect(error.path).toBe(path);
  expect(error.message).toContain("If using 'state', there must be exactly one state input and one state output.");
  expect(error.message).toContain("One State can hold an object");
});

test("components are known by name, by alias and by an object with a name", () => {
  const { app } = declare({
    fn,
    inputs: ["Text", { name: "check_box", label: "Sure", value: true }],
    outputs: { name: "json" },
  });
  expect(app.components.slice(0, 3).map(({ kind, label, value }) => [kind, label, value])).toEqual([
    ["textbox", "a", ""],
    ["checkbox", "Sure", true],
    ["json", "output", null],
  ]);
});

test("a plain object in first place is the value of a JSON unless it names options", () => {
  const value = (json: unknown) => declare({ fn, outputs: json }).app.components[0];
  expect(value(gr.JSON({ label: "Top" }))).toMatchObject({ label: "Top", value: null });
  expect(value(gr.JSON({ label: "Top", score: 1 }))).toMatchObject({
    label: "output",
    value: { label: "Top", score: 1 },
  });
  expect(value(gr.JSON({ label: "Top" }, { label: "x" }))).toMatchObject({ label: "x", value: { label: "Top" } });
});

test("launch and queue do nothing and give the app, whatever it is", () => {
  const apps = [
    gr.Interface({ fn: () => 1, outputs: "number" }),
    gr.Blocks(() => void gr.Textbox()),
    gr.ChatInterface((message) => message),
  ];
  for (const app of apps) expect(app.queue({ maxSize: 2 }).launch({ share: true })).toBe(app);
});

test("a limit of concurrent calls is a whole number, or null for none", () => {
  const limitOf = (concurrencyLimit: unknown) => {
    const options = { fn: () => 1, outputs: "number", concurrencyLimit };
    const action = appDeclaration(Reflect.apply(gr.Interface, undefined, [options]))?.app.events[0]?.action;
    return action?.kind === "call" && action.concurrencyLimit;
  };
  expect([undefined, null, 1, 7].map(limitOf)).toEqual(["default", null, 1, 7]);
  for (const wrong of [0, -1, 1.5, 101, "2", NaN]) {
    expect(() => limitOf(wrong)).toThrow("concurrencyLimit must be a whole number from 1 to 100, or null for no limit");
  }
});

test("gr.TabbedInterface takes apps, and names what is wrong with them", () => {
  const app = () => gr.Interface({ fn, inputs: ["text", "text"], outputs: "text", title: "A < B" });
  const declaration = appDeclaration(gr.TabbedInterface([app(), app()], ["One", "Two"], { title: "Both" }));
  expect(declaration?.app).toMatchObject({ kind: "blocks", title: "Both", description: null });
  expect(declaration?.app.components.filter(({ kind }) => kind === "tab").map(({ label }) => label)).toEqual([
    "One",
    "Two",
  ]);
  expect(declaration?.app.components.find(({ label }) => label === "Title")?.value).toBe("<h2>Both</h2>");
  expect(declaration?.app.components.filter(({ value }) => value === "<h2>A &lt; B</h2>")).toHaveLength(2);
  expect(parseAppSpec(declaration?.app).ok).toBe(true);
  const wrong =
    (...args: unknown[]) =>
    () =>
      Reflect.apply(gr.TabbedInterface, undefined, args);
  const same = app();
  expect(wrong(undefined)).toThrow("interfaceList must be a list of 1 to 100 apps");
  expect(wrong([])).toThrow("interfaceList must be a list of 1 to 100 apps");
  expect(wrong([same, same])).toThrow("interfaceList[1] stands in the list already");
  expect(wrong([same, fn])).toThrow("interfaceList[1] must be a gr.Interface or another app, but it is a function");
  expect(wrong([same], ["a", "b"])).toThrow("tabNames has 2 names, but there is 1 app");
  expect(wrong([same], "a")).toThrow("tabNames must be a list of texts");
  expect(wrong([same], ["a"], { titel: "x" })).toThrow(
    'titel is no option of gr.TabbedInterface. Did you mean "title"?',
  );
});
