import { expect, test } from "vitest";
import { isLayout } from "../spec/layout-kind.ts";
import { appDeclaration } from "./create-app.ts";
import * as gr from "./index.ts";
import { connectTestPort } from "./port-for-tests.ts";

/** Labels of all that is seen, and whose options its parts were given. */
function labels(app: gr.App): readonly string[] {
  const components = appDeclaration(app)?.app.components ?? [];
  return components.filter(({ kind }) => !isLayout(kind)).map(({ label }) => label);
}

test("an app of its own stands where its render is called", () => {
  const hello = gr.Interface({ fn: (name) => name, inputs: "textbox", outputs: "textbox", clearBtn: null });
  const chat = gr.ChatInterface((message) => message);
  const whole = gr.Blocks(() => {
    gr.Textbox({ label: "above" });
    expect(hello.render()).toBe(hello);
    gr.Textbox({ label: "below" });
    chat.render();
  });
  expect(labels(whole).slice(0, 2)).toEqual(["above", "name"]);
  expect(labels(whole)).toEqual(expect.arrayContaining(["output", "Submit", "below", "Chatbot"]));
  expect(() => hello.render()).toThrow("render() puts an app into the gr.Blocks whose callback runs.");
});

test("the options of gr.Blocks stand behind its callback or before it, as those of a row", () => {
  const callback = () => void gr.Textbox();
  const title = { title: "Sums" };
  for (const app of [gr.Blocks(callback, title), gr.Blocks(title, callback)]) {
    expect(appDeclaration(app)?.app).toMatchObject({
      title: "Sums",
      components: [expect.anything(), expect.anything()],
    });
  }
  expect(() => Reflect.apply(gr.Blocks, undefined, [title])).toThrow("gr.Blocks takes a callback");
});

test("options that make no sense here are left out, and it is said why", () => {
  const { warnings } = connectTestPort();
  gr.Blocks({ theme: "soft", analyticsEnabled: false } as gr.BlocksOptions, () => void gr.Textbox());
  gr.ChatInterface((message) => message, { css: ".chat {}" } as object);
  const why = "has no effect here: the page looks the same for every app, in light and dark.";
  expect(warnings).toEqual([`gr.Blocks: theme ${why}`, `gr.ChatInterface: css ${why}`]);
  expect(() => gr.Blocks({ tittle: "x" } as object, () => undefined)).toThrow('Did you mean "title"?');
});

test("a ClearButton is told what it clears first, or among its options", () => {
  const cleared = (make: (box: gr.Component) => unknown) =>
    appDeclaration(gr.Blocks(() => void make(gr.Textbox({ label: "Box" }))))?.app.events.map(({ outputs }) => outputs);
  const first = cleared((box) => gr.ClearButton([box], { variant: "stop" }));
  expect(first).toEqual([[expect.any(Number)]]);
  expect(cleared((box) => gr.ClearButton(box))).toEqual(first);
  expect(cleared((box) => gr.ClearButton({ components: [box], value: "Empty", size: "sm" }))).toEqual(first);
});

test("Gradio's second names of components come with their defaults", () => {
  const app = gr.Blocks(() => {
    gr.Text({ label: "text" });
    gr.TextArea("a", { label: "area" });
    gr.TextArea({ lines: 3 });
    gr.TextArea();
    gr.Files({ label: "files" });
    gr.Files(null, { label: "none" });
    gr.DataFrame({ label: "table" });
    gr.Tabs(() => void gr.TabItem("One", () => void gr.Text({ label: "inside" })));
  });
  const components = appDeclaration(app)?.app.components ?? [];
  const made = components.map(({ kind, props }) => [kind, props["lines"] ?? props["fileCount"]]);
  expect(made.filter(([kind]) => kind === "textbox")).toEqual([1, 7, 3, 7, 1].map((lines) => ["textbox", lines]));
  expect(made.filter(([kind]) => kind === "file")).toEqual([0, 1].map(() => ["file", "multiple"]));
  expect(labels(app)).toEqual(["text", "area", "Textbox", "Textbox", "files", "none", "table", "inside"]);
  expect(made.map(([kind]) => kind)).toEqual(expect.arrayContaining(["tabs", "tab"]));
});
