// gr.UploadButton

import type { ButtonLook } from "./button.ts";
import type { CommonOptions, Component } from "./component.ts";
import { createComponent } from "./create-component.ts";
import type { FileOptions, FileSource, FilesTaken } from "./file.ts";

export interface UploadButtonOptions<
  Count extends "single" | "multiple" | "directory" = "single" | "multiple" | "directory",
  Required extends boolean = boolean,
>
  extends
    CommonOptions,
    ButtonLook,
    Pick<FileOptions<Count, Required>, "value" | "fileCount" | "fileTypes" | "required"> {}

/**
 * A button that takes files: a press opens the browser's chooser. What was chosen is its value, and `upload` the event.
 *
 * As an input, the function receives a File, or a list of them with `fileCount: "multiple"` or `"directory"`, as of
 * `gr.File`. As an output, it holds what `gr.File` shows, and shows nothing of it.
 *
 * Its name in a list is `"uploadbutton"`.
 *
 * @param label The button's text; or the options. Default: "Upload a File".
 * @example gr.UploadButton("Load a table", { fileTypes: [".csv"] })
 */
export function UploadButton<
  const Count extends "single" | "multiple" | "directory" = "single",
  const Required extends boolean = true,
>(
  label?: string | UploadButtonOptions<Count, Required>,
  options?: UploadButtonOptions<Count, Required>,
): Component<
  FilesTaken<Count, Required>,
  FileSource | readonly FileSource[] | null | undefined | void,
  "change" | "click" | "upload"
> {
  return createComponent("uploadbutton", label, options);
}
