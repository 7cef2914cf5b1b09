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
export function Files(value?: Given | SeveralFiles, options?: SeveralFiles): ReturnType<typeof File<"multiple", true>> {
  const several = { fileCount: "multiple" } as const;
  if (isGiven(value)) return File(value, { ...options, ...several });
  return File({ ...value, ...several });
}

type Given = Computable<readonly FileSource[] | null>;
type SeveralFiles = Omit<FileOptions<"multiple">, "fileCount">;

function isGiven(value: Given | SeveralFiles | undefined): value is Given {
  return value === null || typeof value === "function" || Array.isArray(value);
}
