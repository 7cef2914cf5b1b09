// gr.JSON

import type { CommonOptions, Component } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface JSONOptions extends CommonOptions {
  /** The data at first, and after Clear. Default: null, which shows nothing. */
  value?: unknown;
  /** Whether all of it is open at first, as far as 2,000 lines hold it. Default: false, what is long is closed. */
  open?: boolean;
  /** Whether the members of lists are numbered. Default: false. Gradio's `show_indices`. */
  showIndices?: boolean;
  /** Pixels, or a CSS length such as "50vh"; what is longer scrolls. Default: as high as it is, up to `maxHeight`. */
  height?: number | string | null;
  /** As `height`, at most. Default: 420. Gradio's `max_height`. */
  maxHeight?: number | string | null;
  /** As `height`, at least. Gradio's `min_height`. */
  minHeight?: number | string | null;
  /** Which buttons it has as an output. Default: `["copy"]`. */
  buttons?: readonly "copy"[] | null;
}

/**
 * Data, shown as JSON.
 *
 * As an output, it shows any data. What JSON has no words for goes on like this: NaN, infinities and bigints as text, a
 * Date as ISO text, a Map as an object (as a list of pairs unless all its keys are texts), a Set or typed array as a list,
 * a File by its name, type and size. Functions, symbols and objects that hold themselves are errors. As an input, a person
 * types JSON and the function receives the data; an empty field is null.
 *
 * Its name in a list is `"json"`.
 *
 * @param value The data at first. An object that has names of options and no others is the options.
 * @example gr.JSON({ label: "Top Scores" })
 */
export function JSON(value?: unknown, options?: JSONOptions): Component<unknown, unknown, "change" | "input"> {
  return createComponent("json", value, options);
}
