// Dropdown: the page holds the chosen value or null; with `multiselect`, the list of the chosen values in the order in which
// they were chosen. What was typed instead is a value too, if `allowCustomValue` says so.

import { err, ok, type Result } from "../../base/result.ts";
import type { ComponentSpec } from "../app-spec.ts";
import { checkChosen, choices, choicesOf, firstStranger, isChoiceValue, takeChoice, takeChoices } from "../choices.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { choice, flag, optionalText, wholeNumber, type Parameter } from "../parameter.ts";

/** undefined stands for the first choice, null for none. */
const chosen: Parameter = {
  default: undefined,
  read(value, path) {
    if (value === undefined || value === null || isChoiceValue(value)) return value;
    if (Array.isArray(value) && value.every(isChoiceValue)) return Array.from(value as readonly unknown[]);
    throw new DeclarationError(
      path,
      `must be one of the choices, or a list of some, but it is ${describeValue(value)}`,
    );
  },
};

export const dropdown: KindDefinition = {
  kind: "dropdown",
  name: "Dropdown",
  shortcuts: ["dropdown"],
  first: "choices",
  events: ["change", "input", "select", "focus", "blur", "keyUp"],
  parameters: {
    info: optionalText(),
    choices,
    type: choice("value", "index"),
    multiselect: flag(false),
    allowCustomValue: flag(false),
    maxChoices: wholeNumber(null, 1, 100_000),
    filterable: flag(true),
    required: flag(true),
  },
  renamed: { allow_custom_value: "allowCustomValue", max_choices: "maxChoices" },
  value: chosen,

  initial(value, props) {
    if (props["multiselect"] === true) return value === null || value === undefined ? [] : [value].flat();
    return value === undefined ? (choicesOf({ props })[0]?.[1] ?? null) : value;
  },

  check(props, value, path) {
    if (value === null || value === undefined || props["allowCustomValue"] === true) return;
    checkChosen([value].flat(), props, `${path}.value`);
  },

  checkInput(value, component) {
    const result = dropdown.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, component) {
    const { multiselect, required, maxChoices } = component.props;
    if (multiselect === true) {
      const taken = takeChoices(value ?? [], component, (item) => takeOne(item, component));
      return taken.ok && typeof maxChoices === "number" && taken.value.length > maxChoices
        ? err(`Choose at most ${maxChoices}.`)
        : taken;
    }
    if (value !== null && value !== undefined && value !== "") return takeOne(value, component);
    return required === false ? ok(null) : err("Choose one of these.");
  },

  isOutput: (value, { props }) =>
    props["multiselect"] === true ? Array.isArray(value) : value === null || isChoiceValue(value),

  postprocess(value, component) {
    const { multiselect, allowCustomValue } = component.props;
    const several = multiselect === true;
    if (value === null || value === undefined) return ok(several ? [] : null);
    const list: unknown[] = several && Array.isArray(value) ? Array.from(value as readonly unknown[]) : [value];
    const stranger = firstStranger(list, component);
    if (stranger && !(allowCustomValue === true && list.every(isChoiceValue))) {
      return err(`is a Dropdown, and ${describeValue(stranger.value)} is none of its choices`);
    }
    return ok(several ? list : value);
  },
};

function takeOne(value: unknown, component: ComponentSpec): Result<unknown, string> {
  const { allowCustomValue, type } = component.props;
  if (allowCustomValue !== true || !isChoiceValue(value) || !firstStranger([value], component)) {
    return takeChoice(value, component);
  }
  // As in Gradio: what is not among the choices has no position.
  return ok(type === "index" ? null : value);
}
