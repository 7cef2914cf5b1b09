// Checkbox: the page holds true or false.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { flag, optionalText } from "../parameter.ts";

export const checkbox: KindDefinition = {
  kind: "checkbox",
  name: "Checkbox",
  shortcuts: ["checkbox"],
  first: "value",
  events: ["change", "input", "select"],
  parameters: { info: optionalText() },
  renamed: {},
  value: flag(false),

  checkInput: (value) =>
    typeof value === "boolean" ? null : `This must be true or false; it is ${describeValue(value)}.`,

  preprocess(value) {
    return typeof value === "boolean" ? ok(value) : err(`This must be true or false; it is ${describeValue(value)}.`);
  },

  isOutput: (value) => typeof value === "boolean",

  postprocess(value) {
    if (value === null || value === undefined) return ok(false);
    if (typeof value === "boolean") return ok(value);
    return err(`is a Checkbox, but the function returned ${describeValue(value)}`);
  },
};
