// gr.Button

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";
import type { ImageSource } from "./image.ts";

/** How a button looks. */
export interface ButtonLook {
  /** "primary" is what one presses next, "stop" ends or removes something. Default: "secondary". */
  variant?: "primary" | "secondary" | "stop";
  /** Default: "lg". */
  size?: "sm" | "md" | "lg";
  /** A small image before the text: a Blob, SVG text, a `data:` URL. Default: none. */
  icon?: ImageSource | null;
}

export interface ButtonOptions extends CommonOptions, ButtonLook {
  /** The button's text. Default: "Run". */
  value?: Computable<string>;
  /** An address that a press opens in a new tab: https, http or mailto. Default: none. */
  link?: string | null;
}

/**
 * A button.
 *
 * As an input, the function receives its text. As an output, it takes a new text; null or undefined gives it the first one.
 *
 * Its name in a list is `"button"`. A press on it, or Enter while it has the focus, is `click`.
 *
 * @param value The text; or the options.
 * @example gr.Button("Next", { variant: "primary" })
 */
export function Button(
  value?: Computable<string> | ButtonOptions,
  options?: ButtonOptions,
): Component<string, string | null | undefined | void, "click"> {
  return createComponent("button", value, options);
}
