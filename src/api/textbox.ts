// gr.Textbox

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface TextboxOptions extends CommonOptions {
  /** The text at first, and after Clear. Default: "". */
  value?: Computable<string>;
  /** Shown while the field is empty. Default: none. */
  placeholder?: string | null;
  /** Lines at first. With more than one, Enter makes a new line and Shift+Enter submits. Default: 1. */
  lines?: number;
  /** Lines to which it grows before it scrolls. Default: 20. Gradio's `max_lines`. */
  maxLines?: number;
  /** The most characters a person can enter. Default: no limit. Gradio's `max_length`. */
  maxLength?: number | null;
  /** "password" hides what is typed; "email" brings up a fitting keyboard. Default: "text". */
  type?: "text" | "password" | "email";
  /** Whether one can type into it at once, when the page is opened as an app alone. Default: false. */
  autofocus?: boolean;
  /** Whether its end stays in sight while a function adds to it. Default: true. */
  autoscroll?: boolean;
  /** Where its lines begin. Default: as its language has it. Gradio: text_align. */
  textAlign?: "left" | "right" | null;
  /** Whether it is written from right to left. Default: false. */
  rtl?: boolean;
  /** `["copy"]` adds a button that copies the text. Default: none. In older Gradio: show_copy_button. */
  buttons?: readonly "copy"[] | null;
  /** A button in the field that submits; a text is written on it. Default: false. Gradio: submit_btn. */
  submitBtn?: boolean | string;
  /** A button in the field that makes the event "stop"; a text is written on it. Default: false. Gradio: stop_btn. */
  stopBtn?: boolean | string;
}

/**
 * A field for text.
 *
 * As an input, the function receives a string, "" if the field is empty. As an output, it shows strings, numbers, bigints
 * and booleans; null or undefined empties it. Lists and objects are an error: `gr.JSON` shows those.
 *
 * Its name in a list is `"textbox"` or `"text"`. Enter submits.
 *
 * @param value The text at first; or the options.
 * @example gr.Textbox({ label: "Name", placeholder: "Ada" })
 */
export function Textbox(
  value?: Computable<string> | TextboxOptions,
  options?: TextboxOptions,
): Component<
  string,
  string | number | bigint | boolean | null | undefined | void,
  "change" | "input" | "select" | "submit" | "focus" | "blur" | "stop" | "copy"
> {
  return createComponent("textbox", value, options);
}
