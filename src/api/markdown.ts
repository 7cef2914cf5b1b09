// gr.Markdown

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

/** What stands around formulas. */
export interface LatexDelimiter {
  readonly left: string;
  readonly right: string;
  /** Whether the formula has a line of its own. */
  readonly display: boolean;
}

export interface MarkdownOptions extends CommonOptions {
  /** The text at first, and after Clear. Default: "". */
  value?: Computable<string>;
  /**
   * What stands around formulas in LaTeX; an empty list for no formulas. Default: `$$` on both sides, on a line of their
   * own. Gradio's `latex_delimiters`.
   */
  latexDelimiters?: readonly LatexDelimiter[] | null;
  /** Whether the text runs from right to left. Default: false. */
  rtl?: boolean;
  /** Whether each line break is one. Default: false, a blank line makes a paragraph. Gradio's `line_breaks`. */
  lineBreaks?: boolean;
  /** Whether headings have a link to jump to them. `[text](#heading)` works either way. Default: false. Gradio's `header_links`. */
  headerLinks?: boolean;
  /** `["copy"]` shows a button that copies the Markdown. Default: none. Gradio's `show_copy_button`. */
  buttons?: readonly "copy"[] | null;
  /** Pixels, or a CSS length such as "50vh"; what is longer scrolls. Default: as high as the text. */
  height?: number | string | null;
  /** As `height`, at most. Gradio's `max_height`. */
  maxHeight?: number | string | null;
  /** As `height`, at least. Gradio's `min_height`. */
  minHeight?: number | string | null;
  /** Accepted because Gradio has it; what a program shows is always made safe here. Gradio's `sanitize_html`. */
  sanitizeHtml?: boolean;
}

/**
 * Text in Markdown: GitHub's, with tables, code in colours, and formulas between `$$`. HTML in it is made safe: scripts,
 * event handlers, style sheets and fields are left out.
 *
 * As an output, it shows a string; null or undefined empties it. Indentation that all its lines share is left out, so it
 * may be a template that is indented as the code is. As an input, which is rare, the function receives the string.
 *
 * Its name in a list is `"markdown"`.
 *
 * @param value The text at first; or the options.
 * @example gr.Markdown("# Hello")
 */
export function Markdown(
  value?: Computable<string> | MarkdownOptions,
  options?: MarkdownOptions,
): Component<string, string | number | bigint | null | undefined | void, "change" | "copy"> {
  return createComponent("markdown", value, options);
}
