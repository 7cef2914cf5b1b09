// gr.File

import type { CommonOptions, Component, Computable, NullUnless } from "./component.ts";
import { createComponent } from "./create-component.ts";

/** What a file can be given as: a File, a Blob, or its name and what is in it. */
export type FileSource =
  Blob | { readonly name: string; readonly content: string | Blob | ArrayBuffer | ArrayBufferView };

export interface FileOptions<
  Count extends "single" | "multiple" | "directory" = "single" | "multiple" | "directory",
  Required extends boolean = boolean,
> extends CommonOptions {
  /** The files at first, and after Clear. Default: null, none. */
  value?: Computable<FileSource | readonly FileSource[] | null>;
  /**
   * Whether a person gives one file, several, or a folder with all that is in it. Default: "single". Gradio's `file_count`.
   */
  fileCount?: Count;
  /**
   * Files it takes: endings (".csv"), "image", "audio", "video", "text", or media types ("image/png"). Default: all.
   * Gradio's `file_types`.
   */
  fileTypes?: readonly string[] | null;
  /** Height in pixels, in which a long list scrolls. Default: as long as it is. */
  height?: number | null;
  /** Whether no file is an error at the field. With false the function receives null or []. Default: true. */
  required?: Required;
}

/** What a function receives for files. */
export type FilesTaken<Count, Required> = Count extends "single" ? File | NullUnless<Required> : File[];

/**
 * Files.
 *
 * As an input, a person chooses or drops them; the function receives a File, or a list of them with `fileCount: "multiple"`
 * or `"directory"`. A File is a reference, however large it is: read as much as you need with `file.slice()`,
 * `file.text()`, `file.stream()`. As an output, it lists Files, Blobs and `{ name, content }` with their sizes, to be
 * saved; null, undefined or an empty list empties it.
 *
 * Its name in a list is `"file"`.
 *
 * @param value The files at first; or the options.
 * @example gr.File({ label: "Table", fileTypes: [".csv"] })
 */
export function File<
  const Count extends "single" | "multiple" | "directory" = "single",
  const Required extends boolean = true,
>(
  value?: Computable<FileSource | readonly FileSource[] | null> | FileOptions<Count, Required>,
  options?: FileOptions<Count, Required>,
): Component<
  FilesTaken<Count, Required>,
  FileSource | readonly FileSource[] | null | undefined | void,
  "change" | "clear" | "delete" | "download" | "input" | "select" | "upload"
> {
  return createComponent("file", value, options);
}
