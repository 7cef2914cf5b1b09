// Textbox: the page holds its text. As an output it shows anything that has a plain text; objects belong in a JSON.

import { err, ok, type Result } from "../../base/result.ts";
import type { ComponentSpec } from "../app-spec.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { formatJson, toJsonData } from "../json-data.ts";
import { choice, flag, optionalText, parameter, text, wholeNumber, type Parameter } from "../parameter.ts";
import { countText } from "../count-text.ts";

/** More would take the page longer to lay out than anybody waits. */
const maxOutputChars = 64_000_000;

/** What stands beside the label. */
const buttonNames: Parameter = {
  default: [],
  read(value, path) {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && value.length <= 1 && value.every((name) => name === "copy"))
      return [...(value as string[])];
    throw new DeclarationError(path, `must be ["copy"] or empty, but it is ${describeValue(value)}`);
  },
};

/** true: one without a text. */
const buttonText = parameter(false, "true, false, or a text for the button", (value) => {
  return typeof value === "boolean" || (typeof value === "string" && value.length <= 100);
});

export const textbox: KindDefinition = {
  kind: "textbox",
  name: "Textbox",
  shortcuts: ["textbox", "text"],
  first: "value",
  events: ["change", "input", "select", "submit", "focus", "blur", "stop", "copy"],
  parameters: {
    info: optionalText(),
    placeholder: optionalText(),
    lines: wholeNumber(1, 1, 1000),
    maxLines: wholeNumber(20, 1, 1000),
    maxLength: wholeNumber(null, 1, 16_000_000),
    type: choice("text", "password", "email"),
    autofocus: flag(false),
    autoscroll: flag(true),
    textAlign: parameter(null, '"left" or "right"', (value) => value === null || value === "left" || value === "right"),
    rtl: flag(false),
    buttons: buttonNames,
    submitBtn: buttonText,
    stopBtn: buttonText,
    // Set for a bare function that says nothing of its result: then anything is shown, objects as JSON.
    anything: flag(false),
  },
  renamed: {
    max_lines: "maxLines",
    max_length: "maxLength",
    text_align: "textAlign",
    show_copy_button: "buttons",
    showCopyButton: "buttons",
    submit_btn: "submitBtn",
    stop_btn: "stopBtn",
  },
  value: text(""),

  checkInput(value, component) {
    const result = textbox.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    if (typeof value !== "string") return err(`Enter a text; this is ${describeValue(value)}.`);
    const limit = props["maxLength"];
    if (typeof limit === "number" && value.length > limit) {
      return err(`At most ${limit} characters; these are ${value.length}.`);
    }
    return ok(value);
  },

  isOutput: (value) => typeof value === "string" && value.length <= maxOutputChars,

  postprocess(value, component) {
    const shown = toText(value, component);
    if (shown.ok && shown.value.length > maxOutputChars) {
      return err(`has ${countText(shown.value.length)} characters; at most 64 million can be shown`);
    }
    return shown;
  },
};

function toText(value: unknown, component: ComponentSpec): Result<string, string> {
  if (value === undefined || value === null) return ok("");
  if (typeof value === "string") return ok(value);
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return ok(String(value));
  if (component.props["anything"] === true) {
    const data = toJsonData(value);
    return data.ok ? ok(formatJson(data.value)) : data;
  }
  return err(`is a Textbox, but the function returned ${describeValue(value)}; gr.JSON shows lists and objects`);
}
