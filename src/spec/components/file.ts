// File: the page holds a list of files, or null while there is none. The function receives the file, or, where there may be
// several, the list.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { acceptsFile, fileTypes, typesText } from "../file-types.ts";
import { filesOption, isFiles, toFiles } from "../files.ts";
import { choice, flag, optionalText, wholeNumber } from "../parameter.ts";

export const file: KindDefinition = {
  kind: "file",
  name: "File",
  shortcuts: ["file"],
  first: "value",
  events: ["change", "clear", "delete", "download", "input", "select", "upload"],
  parameters: {
    info: optionalText(),
    fileCount: choice("single", "multiple", "directory"),
    fileTypes,
    height: wholeNumber(null, 1, 10_000),
    required: flag(true),
  },
  renamed: { file_count: "fileCount", file_types: "fileTypes" },
  value: filesOption,

  checkInput(value, component) {
    const result = file.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    const isSingle = props["fileCount"] === "single";
    if (value === null || value === undefined) {
      if (props["required"] === false) return ok(isSingle ? null : []);
      return err(isSingle ? "Choose a file." : "Choose at least one file.");
    }
    if (!isFiles(value)) return err(`These must be files; this is ${describeValue(value)}.`);
    const stranger = value.find((each) => !acceptsFile(each, props["fileTypes"]));
    if (stranger) return err(wrongType(stranger, props["fileTypes"]));
    return ok(isSingle ? (value[0] ?? null) : value);
  },

  isOutput: (value) => value === null || isFiles(value),

  postprocess(value) {
    const files = toFiles(value);
    return files.ok ? files : err(`is a File, but the function returned ${files.error}`);
  },
};

/** For a file that is none of the types that its component takes. */
export function wrongType({ name }: { readonly name: string }, types: unknown): string {
  return `${JSON.stringify(name)} is of another type. This takes ${typesText(types)}.`;
}
