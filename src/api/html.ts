// gr.HTML

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface HTMLOptions extends CommonOptions {
  /** The HTML at first, and after Clear. Default: "". */
  value?: Computable<string>;
  /** Pixels, or a CSS length such as "50vh"; what is longer scrolls. Default: as high as it is. */
  height?: number | string | null;
  /** As `height`, at most. Gradio's `max_height`. */
  maxHeight?: number | string | null;
  /** As `height`, at least. Gradio's `min_height`. */
  minHeight?: number | string | null;
  /** Whether there is some room around it. Default: false. */
  padding?: boolean;
  /** Whether it scrolls to its end when it changes, unless the reader has scrolled up. Default: false. */
  autoscroll?: boolean;
}

/**
 * HTML, with its styles, in a box that nothing of it leaves.
 *
 * It is made safe: scripts, event handlers, frames and forms are left out, and neither its styles nor its positions reach
 * beyond the box. As an output, it shows a string; null or undefined empties it. As an input, which is rare, the function
 * receives the string.
 *
 * Its name in a list is `"html"`.
 *
 * @param value The HTML at first; or the options.
 * @example gr.HTML("<b>Hello</b>")
 */
export function HTML(
  value?: Computable<string> | HTMLOptions,
  options?: HTMLOptions,
): Component<string, string | number | bigint | null | undefined | void, "change"> {
  return createComponent("html", value, options);
}
