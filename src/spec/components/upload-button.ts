// UploadButton: a File as a button. It takes files and shows none.

import { err } from "../../base/result.ts";
import { buttonLook } from "../button-options.ts";
import type { KindDefinition } from "../component-kind.ts";
import { fileTypes } from "../file-types.ts";
import { toFiles } from "../files.ts";
import { choice, flag } from "../parameter.ts";
import { file } from "./file.ts";

export const uploadButton: KindDefinition = {
  ...file,
  kind: "uploadbutton",
  name: "UploadButton",
  shortcuts: ["uploadbutton"],
  first: "label",
  events: ["change", "click", "upload"],
  defaults: { label: "Upload a File", interactive: true },
  parameters: {
    ...buttonLook,
    fileCount: choice("single", "multiple", "directory"),
    fileTypes,
    required: flag(true),
  },
  postprocess(value) {
    const files = toFiles(value);
    return files.ok ? files : err(`is an UploadButton, but the function returned ${files.error}`);
  },
};
