// gr.CheckboxGroup

import type { Choices, ChoiceValue, Chosen } from "./choices.ts";
import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface CheckboxGroupOptions<
  Value extends ChoiceValue = ChoiceValue,
  Type extends "value" | "index" = "value" | "index",
> extends CommonOptions {
  /** What there is to choose from. Default: nothing. */
  choices?: Choices<Value> | null;
  /** What is ticked at first, and after Clear. Default: nothing. */
  value?: Computable<readonly NoInfer<Value>[] | NoInfer<Value> | null>;
  /** Whether the function receives the chosen values or their positions, from 0. Default: "value". */
  type?: Type;
  /** Whether there is a box that ticks all of them. Default: false. Gradio: show_select_all. */
  showSelectAll?: boolean;
}

/**
 * Any number of some choices, all of them in sight.
 *
 * As an input, the function receives the list of the chosen values in the order of the choices, or of their positions with
 * `type: "index"`. As an output, it shows a list of its choices; null or undefined for none; anything else is an error.
 *
 * Its name in a list is `"checkboxgroup"`.
 *
 * @param choices What there is to choose from; or the options.
 * @example gr.CheckboxGroup(["USA", "Japan"], { label: "Countries" })
 */
export function CheckboxGroup<
  const Value extends ChoiceValue = ChoiceValue,
  const Type extends "value" | "index" = "value",
>(
  choices?: Choices<Value> | CheckboxGroupOptions<Value, Type>,
  options?: CheckboxGroupOptions<Value, Type>,
): Component<Chosen<Value, Type>[], readonly Value[] | null | undefined | void, "change" | "input" | "select"> {
  return createComponent("checkboxgroup", choices, options);
}
