// gr.ColorPicker

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface ColorPickerOptions extends CommonOptions {
  /** The colour at first, and after Clear, as "#ff8800", "#f80" or "rgb(255, 136, 0)". Default: "#000000". */
  value?: Computable<string | null>;
}

/**
 * A colour, to be picked or typed.
 *
 * As an input, the function receives it as "#rrggbb", in small letters. As an output, it shows colours that are written as
 * "#rrggbb", "#rgb" or "rgb(255, 136, 0)"; null or undefined put it to black; anything else is an error.
 *
 * Its name in a list is `"colorpicker"`.
 *
 * @param value The colour at first; or the options.
 * @example gr.ColorPicker({ label: "Background", value: "#ff8800" })
 */
export function ColorPicker(
  value?: Computable<string | null> | ColorPickerOptions,
  options?: ColorPickerOptions,
): Component<string, string | null | undefined | void, "change" | "input" | "release" | "submit" | "focus" | "blur"> {
  return createComponent("colorpicker", value, options);
}
