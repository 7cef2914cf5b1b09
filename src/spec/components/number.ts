// Number: the page holds a number, or null while the field is empty. NaN and the infinities are no values of a field: as
// outputs they are refused, so that nobody takes them for numbers, or for nothing.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { hasDoubtfulComma, withoutDoubt } from "../doubtful-comma.ts";
import { flag, optionalNumber, optionalText, stepSize, wholeNumber } from "../parameter.ts";

export const number: KindDefinition = {
  kind: "number",
  name: "Number",
  shortcuts: ["number"],
  first: "value",
  events: ["change", "input", "submit", "focus", "blur"],
  parameters: {
    info: optionalText(),
    placeholder: optionalText(),
    min: optionalNumber(),
    max: optionalNumber(),
    step: stepSize,
    precision: wholeNumber(null, 0, 20),
    required: flag(true),
  },
  renamed: {},
  alsoCalled: { minimum: "min", maximum: "max" },
  value: optionalNumber(),

  check({ min, max }, value, path) {
    if (typeof min === "number" && typeof max === "number" && min > max) {
      throw new DeclarationError(`${path}.max`, `must be at least min, which is ${min}, but it is ${max}`);
    }
    if (typeof value !== "number") return;
    if (typeof min === "number" && value < min) {
      throw new DeclarationError(`${path}.value`, `must be at least min, which is ${min}, but it is ${value}`);
    }
    if (typeof max === "number" && value > max) {
      throw new DeclarationError(`${path}.value`, `must be at most max, which is ${max}, but it is ${value}`);
    }
  },

  checkInput(value, component) {
    const result = number.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    if (value === null || value === undefined || value === "") {
      return props["required"] === false ? ok(null) : err("Enter a number.");
    }
    if (typeof value === "string" && hasDoubtfulComma(value)) {
      return err(`Write ${withoutDoubt(value)}: this comma can be read either way.`);
    }
    if (typeof value !== "number" || !Number.isFinite(value)) {
      return err(`Enter a number; this is ${describeValue(value)}.`);
    }
    const { min, max, precision } = props;
    if (typeof min === "number" && value < min) return err(`Enter a number of at least ${min}.`);
    if (typeof max === "number" && value > max) return err(`Enter a number of at most ${max}.`);
    return ok(round(value, precision));
  },

  isOutput: (value) => value === null || Number.isFinite(value),

  postprocess(value, { props }) {
    if (value === null || value === undefined) return ok(null);
    if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return ok(Number(value));
    if (typeof value === "number" && Number.isFinite(value)) return ok(round(value, props["precision"]));
    const hint = typeof value === "bigint" ? ", which a number cannot hold exactly; gr.Textbox shows it" : "";
    return err(`is a Number, but the function returned ${describeValue(value)}${hint}`);
  },
};

/** `precision` digits after the point, as in Gradio; null keeps the number as it is. */
function round(value: number, precision: unknown): number {
  return typeof precision === "number" ? Number(value.toFixed(precision)) : value;
}
