// gr.DownloadButton

import type { ButtonLook } from "./button.ts";
import type { CommonOptions, Component, Computable } from "./component.ts";
import { createComponent } from "./create-component.ts";
import type { FileSource } from "./file.ts";

export interface DownloadButtonOptions extends CommonOptions, ButtonLook {
  /** What a press saves: a file, or a text that becomes one. Default: null, nothing. */
  value?: Computable<FileSource | string | null>;
}

/**
 * A button that saves a file.
 *
 * As an output, it takes the file that a press saves: a File, a Blob, `{ name, content }`, or a text; with null or
 * undefined a press saves nothing. As an input, the function receives that File, or null.
 *
 * Its name in a list is `"downloadbutton"`.
 *
 * @param label The button's text; or the options. Default: "Download".
 * @example gr.DownloadButton("Save the table", { value: { name: "table.csv", content: "a,b" } })
 */
export function DownloadButton(
  label?: string | DownloadButtonOptions,
  options?: DownloadButtonOptions,
): Component<File | null, FileSource | string | null | undefined | void, "change" | "click"> {
  return createComponent("downloadbutton", label, options);
}
