// Slider: the page holds a number; what was typed beside it and is none is held as it was typed.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { flag, finite, optionalNumber, optionalText, stepSize, wholeNumber } from "../parameter.ts";

export const slider: KindDefinition = {
  kind: "slider",
  name: "Slider",
  shortcuts: ["slider"],
  first: "min",
  events: ["change", "input", "release"],
  parameters: {
    info: optionalText(),
    min: finite(0),
    max: finite(100),
    step: stepSize,
    precision: wholeNumber(null, 0, 20),
    showReset: flag(true),
  },
  renamed: { show_reset_button: "showReset" },
  alsoCalled: { minimum: "min", maximum: "max" },
  value: optionalNumber(),

  initial: (value, props) => value ?? props["min"],

  check(props, value, path) {
    const { min, max } = boundsOf(props);
    if (min >= max) {
      throw new DeclarationError(`${path}.max`, `must be more than min, which is ${min}, but it is ${max}`);
    }
    if (typeof value === "number" && (value < min || value > max)) {
      throw new DeclarationError(`${path}.value`, `must be from ${min} to ${max}, but it is ${value}`);
    }
  },

  checkInput(value, component) {
    const result = slider.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    const { min, max } = boundsOf(props);
    const fits = typeof value === "number" && value >= min && value <= max;
    return fits ? ok(value) : err(`Enter a number from ${min} to ${max}.`);
  },

  isOutput: (value) => Number.isFinite(value),

  postprocess(value, { props }) {
    const { min, max } = boundsOf(props);
    const number = typeof value === "bigint" ? Number(value) : (value ?? min);
    const fits = typeof number === "number" && number >= min && number <= max;
    return fits
      ? ok(number)
      : err(`is a Slider from ${min} to ${max}, but the function returned ${describeValue(value)}`);
  },
};

function boundsOf({ min, max }: Readonly<Record<string, unknown>>): { readonly min: number; readonly max: number } {
  return { min: Number(min), max: Number(max) };
}
