// gr.Number

import type { CommonOptions, Component, Computable, NullUnless } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface NumberOptions<Required extends boolean = boolean> extends CommonOptions {
  /** The number at first, and after Clear; null for an empty field. Default: null. */
  value?: Computable<number | null>;
  /** The least number a person can enter. Default: no limit. */
  min?: number | null;
  /** Gradio's name for `min`. */
  minimum?: number | null;
  /** The greatest number a person can enter. Default: no limit. */
  max?: number | null;
  /** Gradio's name for `max`. */
  maximum?: number | null;
  /** By how much the arrows change it; above 0. Default: 1. */
  step?: number | null;
  /** Digits after the point to which it is rounded, 0 to 20; 0 gives whole numbers. Default: null, not rounded. */
  precision?: number | null;
  /** Shown while the field is empty. Default: none. */
  placeholder?: string | null;
  /** Whether an empty field is an error at the field. With false the function receives null for it. Default: true. */
  required?: Required;
}

/**
 * A field for a number.
 *
 * As an input, the function receives a number; an empty field is an error at the field, or null with `required: false`. As
 * an output, it shows a number; null and undefined empty it. Texts, NaN, infinities, and bigints that a number cannot hold
 * exactly are errors.
 *
 * Its name in a list is `"number"`. Enter submits.
 *
 * @param value The number at first; or the options.
 * @example gr.Number({ label: "Age", min: 0, precision: 0 })
 */
export function Number<const Required extends boolean = true>(
  value?: Computable<number | null> | NumberOptions<Required>,
  options?: NumberOptions<Required>,
): Component<
  number | NullUnless<Required>,
  number | bigint | null | undefined | void,
  "change" | "input" | "submit" | "focus" | "blur"
> {
  return createComponent("number", value, options);
}
