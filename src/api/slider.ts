// gr.Slider

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface SliderOptions extends CommonOptions {
  /** The least number. Default: 0. */
  min?: number;
  /** Gradio's name for `min`. */
  minimum?: number;
  /** The greatest number. Default: 100. */
  max?: number;
  /** Gradio's name for `max`. */
  maximum?: number;
  /** Where it stands at first, and after Clear. Default: at `min`. */
  value?: Computable<number | null>;
  /** By how much it moves; above 0. Default: a power of ten, at least a hundred steps in all. */
  step?: number | null;
  /** Digits after the point that are shown, 0 to 20. Default: as many as there are. */
  precision?: number | null;
  /** Whether there is a button that puts it back to where it stood at first. Default: true. Gradio: show_reset_button. */
  showReset?: boolean;
}

/**
 * A number within bounds, to be slid, or typed beside it.
 *
 * As an input, the function receives a number from `min` to `max`; what is typed beyond them is an error at the field. As an
 * output, it shows such a number; null and undefined put it to `min`; others are an error.
 *
 * Its name in a list is `"slider"`.
 *
 * @param min The least number; or the options.
 * @param max The greatest number; or, after a least number, the options.
 * @example gr.Slider(0, 10, { step: 1, label: "Count" })
 */
export function Slider(
  min?: number | SliderOptions,
  max?: number | SliderOptions,
  options?: SliderOptions,
): Component<number, number | bigint | null | undefined | void, "change" | "input" | "release"> {
  if (typeof max !== "number") return createComponent("slider", min, max);
  return createComponent("slider", min, { ...options, max });
}
