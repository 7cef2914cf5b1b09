// DownloadButton: the page holds the one file that a press saves, or null while there is none.

import { err, ok, type Result } from "../../base/result.ts";
import { buttonLook } from "../button-options.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { toFiles } from "../files.ts";

export const downloadButton: KindDefinition = {
  kind: "downloadbutton",
  name: "DownloadButton",
  shortcuts: ["downloadbutton"],
  first: "label",
  events: ["change", "click"],
  parameters: buttonLook,
  renamed: {},
  defaults: { label: "Download", interactive: true },
  value: {
    default: null,
    read(value, path) {
      const read = oneFile(value);
      if (read.ok) return read.value;
      throw new DeclarationError(path, `must be a file, but it is ${read.error}`);
    },
  },
  checkInput: () => null,
  preprocess: (value) => ok(value instanceof File ? value : null),
  isOutput: (value) => value === null || value instanceof File,
  postprocess(value) {
    const read = oneFile(value);
    return read.ok ? read : err(`is a DownloadButton, but the function returned ${read.error}`);
  },
};

/** A text is what the file says. */
function oneFile(value: unknown): Result<File | null, string> {
  const files = toFiles(typeof value === "string" ? { name: "download.txt", content: value } : value);
  if (!files.ok) return files;
  const [file, another] = files.value ?? [];
  return another ? err("a list of files; a DownloadButton saves one") : ok(file ?? null);
}
