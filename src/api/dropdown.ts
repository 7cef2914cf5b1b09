// gr.Dropdown

import type { Choices, ChoiceValue, Chosen } from "./choices.ts";
import type { CommonOptions, Component, NullUnless } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface DropdownOptions<
  Value extends ChoiceValue = ChoiceValue,
  Type extends "value" | "index" = "value" | "index",
  Several extends boolean = boolean,
  Custom extends boolean = boolean,
  Required extends boolean = boolean,
> extends CommonOptions {
  /** What there is to choose from. Default: nothing. */
  choices?: Choices<Value> | null;
  /**
   * What is chosen at first, and after Clear; a list with `multiselect`; null for nothing. Default: the first choice, or
   * nothing with `multiselect`.
   */
  value?: Custom extends true
    ? ChoiceValue | readonly ChoiceValue[] | null
    : NoInfer<Value> | readonly NoInfer<Value>[] | null;
  /** Whether the function receives the chosen value or its position, from 0. Default: "value". */
  type?: Type;
  /** Whether several can be chosen. Default: false. */
  multiselect?: Several;
  /** Whether what is typed counts, also when it is no choice. Default: false. Gradio: allow_custom_value. */
  allowCustomValue?: Custom;
  /** With `multiselect`: how many can be chosen at most. Default: any number. Gradio: max_choices. */
  maxChoices?: number | null;
  /** Whether typing narrows the list. Default: true. */
  filterable?: boolean;
  /** Whether choosing nothing is an error at the field, without `multiselect`. With false the function receives null. Default: true. */
  required?: Required;
}

/** What a function receives of one that was chosen or typed. */
type Item<Value, Type, Custom> =
  Chosen<Value, Type> | (Custom extends true ? (Type extends "index" ? null : string) : never);

/** What may be shown. */
type Shown<Value, Custom> = Value | (Custom extends true ? ChoiceValue : never);

/**
 * One of many choices, or several with `multiselect`, from a list that opens. Typing narrows the list.
 *
 * As an input, the function receives the chosen value, or its position with `type: "index"`; a list of them with
 * `multiselect`. Nothing chosen is an error at the field, or null with `required: false`; with `multiselect` it is an empty
 * list. A typed value that is no choice is received as it was typed, and has no position: null. As an output, it shows such
 * values; null or undefined for none; anything that is no choice is an error unless `allowCustomValue` is true.
 *
 * Its name in a list is `"dropdown"`.
 *
 * @param choices What there is to choose from; or the options.
 * @example gr.Dropdown(["cat", "dog", ["a fish", "fish"]], { label: "Animal", multiselect: true })
 */
export function Dropdown<
  const Value extends ChoiceValue = ChoiceValue,
  const Type extends "value" | "index" = "value",
  const Several extends boolean = false,
  const Custom extends boolean = false,
  const Required extends boolean = true,
>(
  choices?: Choices<Value> | DropdownOptions<Value, Type, Several, Custom, Required>,
  options?: DropdownOptions<Value, Type, Several, Custom, Required>,
): Component<
  Several extends true ? Item<Value, Type, Custom>[] : Item<Value, Type, Custom> | NullUnless<Required>,
  | (Several extends true ? readonly Shown<Value, Custom>[] | Shown<Value, Custom> : Shown<Value, Custom>)
  | null
  | undefined
  | void,
  "change" | "input" | "select" | "focus" | "blur" | "keyUp"
> {
  return createComponent("dropdown", choices, options);
}
