// gr.Code

import type { CodeLanguage } from "../spec/code-language.ts";
import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface CodeOptions extends CommonOptions {
  /** The code at first, and after Clear. Default: "". */
  value?: Computable<string>;
  /** What it is written in, for its colours, such as "python" or "typescript". Default: null, plain text. */
  language?: CodeLanguage | null;
  /** Lines that it shows at least. Default: 5. */
  lines?: number;
  /** Lines to which it grows before it scrolls. Default: no limit. Gradio's `max_lines`. */
  maxLines?: number | null;
  /** Whether long lines go on below, instead of scrolling. Default: false. Gradio's `wrap_lines`. */
  wrapLines?: boolean;
  /** Whether lines are numbered. Default: true. Gradio's `show_line_numbers`. */
  showLineNumbers?: boolean;
  /** Whether it proposes words while one types. Default: false. */
  autocomplete?: boolean;
  /** Which buttons it has. Default: both. */
  buttons?: readonly ("copy" | "download")[] | null;
}

/**
 * Code, in the colours of its language.
 *
 * As an input, an editor; the function receives a string. Tab indents; Escape and then Tab leaves the editor. As an output,
 * it shows a string; null or undefined empties it.
 *
 * Its name in a list is `"code"`.
 *
 * @param value The code at first; or the options.
 * @param options The options; or, as in Gradio, the language.
 * @example gr.Code({ label: "Program", language: "python" })
 */
export function Code(
  value?: Computable<string> | CodeOptions,
  options?: CodeOptions | CodeLanguage,
): Component<string, string | null | undefined | void, "change" | "input" | "focus" | "blur"> {
  return createComponent("code", value, typeof options === "string" ? { language: options } : options);
}
