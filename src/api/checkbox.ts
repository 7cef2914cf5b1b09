// gr.Checkbox

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface CheckboxOptions extends CommonOptions {
  /** Whether it is ticked at first, and after Clear. Default: false. */
  value?: Computable<boolean>;
}

/**
 * A box to tick.
 *
 * As an input, the function receives true or false. As an output, it shows true or false; null or undefined clears it.
 *
 * Its name in a list is `"checkbox"`.
 *
 * @param value Whether it is ticked at first; or the options.
 * @example gr.Checkbox({ label: "Remember me", value: true })
 */
export function Checkbox(
  value?: Computable<boolean> | CheckboxOptions,
  options?: CheckboxOptions,
): Component<boolean, boolean | null | undefined | void, "change" | "input" | "select"> {
  return createComponent("checkbox", value, options);
}
