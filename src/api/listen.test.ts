import { expect, test } from "vitest";
import * as gr from "./index.ts";

test("a listener outside of gr.Blocks says where it belongs", () => {
  const box = gr.Textbox();
  expect(() => box.submit({ fn: (text: string) => text, inputs: box, outputs: box })).toThrow(
    "submit(…) adds a listener, which belongs into gr.Blocks(() => { … }): gr.Interface makes its own.",
  );
});

test("a component has a method for each of its kind's events, and for no other", () => {
  expect(gr.Checkbox()).toHaveProperty("change");
  expect(gr.Checkbox()).not.toHaveProperty("submit");
});
