// gr.Radio

import type { Choices, ChoiceValue, Chosen } from "./choices.ts";
import type { CommonOptions, Component, Computable, NullUnless } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface RadioOptions<
  Value extends ChoiceValue = ChoiceValue,
  Type extends "value" | "index" = "value" | "index",
  Required extends boolean = boolean,
> extends CommonOptions {
  /** What there is to choose from. Default: nothing. */
  choices?: Choices<Value> | null;
  /** What is chosen at first, and after Clear; null for none. Default: null. */
  value?: Computable<NoInfer<Value> | null>;
  /** Whether the function receives the chosen value or its position, from 0. Default: "value". */
  type?: Type;
  /** Whether choosing nothing is an error at the field. With false the function receives null for it. Default: true. */
  required?: Required;
}

/**
 * One of a few choices, all of them in sight.
 *
 * As an input, the function receives the chosen value, or its position with `type: "index"`; nothing chosen is an error at
 * the field, or null with `required: false`. As an output, it shows one of its choices; null or undefined for none; anything
 * else is an error.
 *
 * Its name in a list is `"radio"`.
 *
 * @param choices What there is to choose from; or the options.
 * @example gr.Radio(["add", "subtract"], { label: "Operation", value: "add" })
 */
export function Radio<
  const Value extends ChoiceValue = ChoiceValue,
  const Type extends "value" | "index" = "value",
  const Required extends boolean = true,
>(
  choices?: Choices<Value> | RadioOptions<Value, Type, Required>,
  options?: RadioOptions<Value, Type, Required>,
): Component<
  Chosen<Value, Type> | NullUnless<Required>,
  Value | null | undefined | void,
  "change" | "input" | "select"
> {
  return createComponent("radio", choices, options);
}
