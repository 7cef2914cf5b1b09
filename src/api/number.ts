// gr.Number

import { createComponent, type CommonOptions, type Component } from "./component.ts";

export interface NumberOptions extends CommonOptions {
  /** The number at first, and after Clear; null for an empty field. Default: null. */
  value?: number | null;
  /** The least number a person can enter. Default: no limit. Gradio's `minimum`. */
  min?: number | null;
  /** The greatest number a person can enter. Default: no limit. Gradio's `maximum`. */
  max?: number | null;
  /** By how much the arrows change it; above 0. Default: 1. */
  step?: number | null;
  /** Digits after the point to which it is rounded, 0 to 20; 0 gives whole numbers. Default: null, not rounded. */
  precision?: number | null;
  /** Shown while the field is empty. Default: none. */
  placeholder?: string | null;
  /** Whether an empty field is an error at the field. With false the function receives null for it. Default: true. */
  required?: boolean;
}

/**
 * A field for a number.
 *
 * As an input, the function receives a number; an empty field is an error at the field, or null with `required: false`. As
 * an output, it shows a number; null, undefined and NaN empty it. Texts and infinities are errors.
 *
 * Its name in a list is `"number"`. Enter submits.
 *
 * @param value The number at first; or the options.
 * @example gr.Number({ label: "Age", min: 0, precision: 0 })
 */
export function Number(options: NumberOptions & { required: false }): Component<number | null, NumberResult>;
export function Number(
  value: number | null,
  options: NumberOptions & { required: false },
): Component<number | null, NumberResult>;
export function Number(value?: number | null | NumberOptions, options?: NumberOptions): Component<number, NumberResult>;
export function Number(
  value?: number | null | NumberOptions,
  options?: NumberOptions,
): Component<number, NumberResult> {
  return createComponent("number", value, options);
}

/** What a function may return for a Number. */
export type NumberResult = number | bigint | null | undefined | void;
