// Components under a second name, with other defaults, as Gradio has them.

import type { Computable } from "./component.ts";
import { File, type FileOptions, type FileSource } from "./file.ts";
import { Textbox, type TextboxOptions } from "./textbox.ts";

/**
 * A `gr.Textbox` of seven lines.
 *
 * @param value The text at first; or the options.
 * @param options Those of gr.Textbox.
 * @example gr.TextArea({ label: "Essay" })
 */
export function TextArea(
  value?: Computable<string> | TextboxOptions,
  options?: TextboxOptions,
): ReturnType<typeof Textbox> {
  if (typeof value === "object") return Textbox({ lines: 7, ...value }, options);
  return Textbox(value, { lines: 7, ...options });
}

/**
 * A `gr.File` for several files.
 *
 * @param value The files at first; or the options.
 * @param options Those of gr.File.
 * @example gr.Files({ label: "Pictures" })
 */
export function Files(
  value?: Computable<readonly FileSource[] | null> | Omit<FileOptions<"multiple">, "fileCount">,
  options?: Omit<FileOptions<"multiple">, "fileCount">,
): ReturnType<typeof File<"multiple", true>> {
  const several = { fileCount: "multiple" } as const;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return File({ ...value, ...several });
  return File(value as readonly FileSource[], { ...options, ...several });
}
