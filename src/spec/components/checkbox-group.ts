// CheckboxGroup: the page holds the list of the chosen values, in the order of the choices.

import { err, ok } from "../../base/result.ts";
import { checkChosen, choices, firstStranger, isChoiceValue, takeChoices } from "../choices.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { choice, flag, optionalText, type Parameter } from "../parameter.ts";
import { DeclarationError } from "../declaration-error.ts";

const chosen: Parameter = {
  default: [],
  read(value, path) {
    if (value === undefined || value === null) return [];
    const list: readonly unknown[] = Array.isArray(value) ? Array.from(value as readonly unknown[]) : [value];
    if (list.every(isChoiceValue)) return list;
    throw new DeclarationError(path, `must be a list of some of the choices, but it is ${describeValue(value)}`);
  },
};

export const checkboxGroup: KindDefinition = {
  kind: "checkboxgroup",
  name: "CheckboxGroup",
  shortcuts: ["checkboxgroup"],
  first: "choices",
  events: ["change", "input", "select"],
  parameters: { info: optionalText(), choices, type: choice("value", "index"), showSelectAll: flag(false) },
  renamed: { show_select_all: "showSelectAll" },
  value: chosen,

  check(props, value, path) {
    if (Array.isArray(value)) checkChosen(value, props, `${path}.value`);
  },

  checkInput(value, component) {
    const result = takeChoices(value, component);
    return result.ok ? null : result.error;
  },

  preprocess: takeChoices,

  isOutput: Array.isArray,

  postprocess(value, component) {
    if (value === null || value === undefined) return ok([]);
    if (!Array.isArray(value)) {
      return err(
        `is a CheckboxGroup, which takes a list of its choices, but the function returned ${describeValue(value)}`,
      );
    }
    const list: unknown[] = Array.from(value as readonly unknown[]);
    const stranger = firstStranger(list, component);
    return stranger ? err(`is a CheckboxGroup, and ${describeValue(stranger.value)} is none of its choices`) : ok(list);
  },
};
