// MultimodalTextbox: the page holds a text and the files that go with it, as the function receives them.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { acceptsFile, fileTypes } from "../file-types.ts";
import { isFiles } from "../files.ts";
import { isMultimodal, toMultimodal } from "../multimodal.ts";
import { choice, flag, optionalText, parameter, someOf, wholeNumber, type Parameter } from "../parameter.ts";
import { wrongType } from "./file.ts";

/** true: one with an icon. */
const buttonText = (initial: boolean) =>
  parameter(initial, "true, false, or a text for the button", (value) => {
    return typeof value === "boolean" || (typeof value === "string" && value.length <= 100);
  });

const known = someOf("upload", "microphone");
const sources: Parameter = {
  default: ["upload"],
  read: (value, path) => known.read(value ?? ["upload"], path),
};

const message: Parameter = {
  default: { text: "", files: [] },
  read(value, path) {
    const read = toMultimodal(value);
    if (read.ok) return read.value;
    throw new DeclarationError(path, `must be a text or { text, files }, but it is ${read.error}`);
  },
};

export const multimodalTextbox: KindDefinition = {
  kind: "multimodaltextbox",
  name: "MultimodalTextbox",
  shortcuts: ["multimodaltextbox"],
  first: "value",
  events: ["change", "input", "select", "submit", "focus", "blur", "stop"],
  parameters: {
    info: optionalText(),
    placeholder: optionalText(),
    lines: wholeNumber(1, 1, 1000),
    maxLines: wholeNumber(20, 1, 1000),
    maxLength: wholeNumber(null, 1, 16_000_000),
    maxPlainTextLength: wholeNumber(1000, 1, 16_000_000),
    fileTypes,
    fileCount: choice("single", "multiple", "directory"),
    sources,
    autofocus: flag(false),
    autoscroll: flag(true),
    textAlign: parameter(null, '"left" or "right"', (value) => value === null || value === "left" || value === "right"),
    rtl: flag(false),
    submitBtn: buttonText(true),
    stopBtn: buttonText(false),
  },
  renamed: {
    max_lines: "maxLines",
    max_length: "maxLength",
    max_plain_text_length: "maxPlainTextLength",
    file_types: "fileTypes",
    file_count: "fileCount",
    text_align: "textAlign",
    submit_btn: "submitBtn",
    stop_btn: "stopBtn",
  },
  value: message,

  checkInput(value, component) {
    const result = multimodalTextbox.preprocess(value, component);
    return result.ok ? null : result.error;
  },

  preprocess(value, { props }) {
    if (!isMultimodal(value)) return err(`This must be a text with files; it is ${describeValue(value)}.`);
    const { text, files } = value;
    const limit = props["maxLength"];
    if (typeof limit === "number" && text.length > limit) {
      return err(`At most ${limit} characters; these are ${text.length}.`);
    }
    const stranger = files.find((file) => !acceptsFile(file, props["fileTypes"]));
    if (stranger) return err(wrongType(stranger, props["fileTypes"]));
    if (props["fileCount"] === "single" && files.length > 1)
      return err(`This takes one file; these are ${files.length}.`);
    return ok({ text, files: [...files] });
  },

  isOutput: (value) => isMultimodal(value) && isFiles(value.files),

  postprocess(value) {
    const read = toMultimodal(value);
    return read.ok
      ? read
      : err(`is a MultimodalTextbox, which shows a text or { text, files }, but the function returned ${read.error}`);
  },
};
