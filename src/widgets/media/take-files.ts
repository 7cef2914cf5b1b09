// Files that a person gave, checked before they become a value.

import { err, ok, type Result } from "../../base/result.ts";
import { acceptsFile, typesText } from "../../spec/file-types.ts";
import { maxFiles } from "../../spec/files.ts";

/** What the value becomes: what came, after what was there if there may be several. */
export function takeFiles(
  chosen: readonly File[],
  options: {
    readonly single: boolean;
    /** The component's fileTypes. */
    readonly types: unknown;
    readonly before: readonly File[];
  },
): Result<readonly File[], string> {
  const { single, types, before } = options;
  if (chosen.length === 0) return err(single ? "There was no file." : "There were no files.");
  if (single && chosen.length > 1) return err(`This takes one file; these are ${chosen.length}.`);
  const stranger = chosen.find((file) => !acceptsFile(file, types));
  if (stranger) return err(`${JSON.stringify(stranger.name)} is of another type: this takes ${typesText(types)}.`);
  const files = single ? chosen : [...before, ...chosen];
  if (files.length > maxFiles)
    return err(`At most ${maxFiles.toLocaleString("en")} files; these would be ${files.length.toLocaleString("en")}.`);
  return ok(files);
}
