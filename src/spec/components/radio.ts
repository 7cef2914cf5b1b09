// Radio: the page holds the chosen value, or null.

import { err, ok } from "../../base/result.ts";
import { checkChosen, choices, firstStranger, isChoiceValue, takeChoice } from "../choices.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { choice, flag, optionalText, parameter } from "../parameter.ts";

export const radio: KindDefinition = {
  kind: "radio",
  name: "Radio",
  shortcuts: ["radio"],
  first: "choices",
  events: ["change", "input", "select"],
  parameters: { info: optionalText(), choices, type: choice("value", "index"), required: flag(true) },
  renamed: {},
  value: parameter(null, "one of the choices", (value) => value === null || isChoiceValue(value)),

  check(props, value, path) {
    if (value !== null && value !== undefined) checkChosen([value], props, `${path}.value`);
  },

  checkInput(value, component) {
    const result = radio.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, component) {
    if (value !== null && value !== undefined) return takeChoice(value, component);
    return component.props["required"] === false ? ok(null) : err("Choose one of these.");
  },

  isOutput: (value) => value === null || isChoiceValue(value),

  postprocess(value, component) {
    if (value === null || value === undefined) return ok(null);
    return firstStranger([value], component)
      ? err(`is a Radio, and ${describeValue(value)} is none of its choices`)
      : ok(value);
  },
};
