// gr.MultimodalTextbox

import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";
import type { FileSource } from "./file.ts";

/** What a function receives of a text with files, and what a multimodal chat's function takes as its message. */
export interface MultimodalMessage {
  /** "" if nothing was written. */
  text: string;
  /** Empty if there are none. A File is a reference, however large it is. */
  files: File[];
}

/** What a text with files may be given as. */
export type MultimodalSource =
  string | { readonly text?: string; readonly files?: FileSource | readonly FileSource[] | null };

export interface MultimodalTextboxOptions extends CommonOptions {
  /** The text at first, and after Clear, or `{ text, files }`. Default: neither. */
  value?: Computable<MultimodalSource | null>;
  /** Shown while there is no text. Default: none. */
  placeholder?: string | null;
  /** Lines at first. With more than one, Enter makes a new line and Shift+Enter submits. Default: 1. */
  lines?: number;
  /** Lines to which it grows before it scrolls. Default: 20. Gradio's `max_lines`. */
  maxLines?: number;
  /** The most characters a person can enter. Default: no limit. Gradio's `max_length`. */
  maxLength?: number | null;
  /** A longer text that is pasted becomes a file. Default: 1000. Gradio's `max_plain_text_length`. */
  maxPlainTextLength?: number;
  /**
   * Files it takes: endings (".csv"), "image", "audio", "video", "text", or media types ("image/png"). Default: all.
   * Gradio's `file_types`.
   */
  fileTypes?: readonly string[] | null;
  /** Whether there may be one file, several, or a folder with all that is in it. Default: "single". Gradio's `file_count`. */
  fileCount?: "single" | "multiple" | "directory";
  /**
   * Where files come from: "upload" by button, paste or drop, "microphone" by a button that records. Default: "upload".
   */
  sources?: "upload" | "microphone" | readonly ("upload" | "microphone")[];
  /** Whether one can type into it at once, when the page is opened as an app alone. Default: false. */
  autofocus?: boolean;
  /** Whether its end stays in sight while a function adds to it. Default: true. */
  autoscroll?: boolean;
  /** Where its lines begin. Default: as its language has it. Gradio's `text_align`. */
  textAlign?: "left" | "right" | null;
  /** Whether it is written from right to left. Default: false. */
  rtl?: boolean;
  /** A button in it that submits; a text is written on it. Default: true. Gradio's `submit_btn`. */
  submitBtn?: boolean | string;
  /** A button in it that makes the event "stop"; a text is written on it. Default: false. Gradio's `stop_btn`. */
  stopBtn?: boolean | string;
}

/**
 * A field for text and files together: files come by its button, by paste, are dropped on it, or are recorded.
 *
 * As an input, the function receives `{ text, files }`, each empty if there is none. As an output, it shows a text or
 * `{ text, files }`; null or undefined empties it.
 *
 * Its name in a list is `"multimodaltextbox"`. Enter submits.
 *
 * @param value The text at first, or `{ text, files }`; or the options.
 * @throws DeclarationError if an option is wrong; it names the place.
 * @example gr.MultimodalTextbox({ label: "Message", fileTypes: ["image"], fileCount: "multiple" })
 */
export function MultimodalTextbox(
  value?: Computable<MultimodalSource> | MultimodalTextboxOptions,
  options?: MultimodalTextboxOptions,
): Component<
  MultimodalMessage,
  MultimodalSource | null | undefined | void,
  "change" | "input" | "select" | "submit" | "focus" | "blur" | "stop"
> {
  return createComponent("multimodaltextbox", value, options);
}
