// Button: the page holds nothing but its label. `gr.Button("Next")` and the buttons that Interface makes.

import { err, ok } from "../../base/result.ts";
import { buttonLook, link } from "../button-options.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { text } from "../parameter.ts";

export const button: KindDefinition = {
  kind: "button",
  name: "Button",
  shortcuts: ["button"],
  first: "value",
  events: ["click"],
  parameters: { ...buttonLook, link },
  renamed: {},
  defaults: { interactive: true },
  value: text("Run"),

  checkInput: () => null,

  /** As in Gradio, a function that has a button among its inputs receives the button's text. */
  preprocess: (value, component) => ok(typeof value === "string" ? value : component.label),

  isOutput: (value) => typeof value === "string",

  postprocess(value, component) {
    if (value === null || value === undefined) return ok(component.value);
    return typeof value === "string"
      ? ok(value)
      : err(`is a Button, whose value is its text, but the function returned ${describeValue(value)}`);
  },
};
