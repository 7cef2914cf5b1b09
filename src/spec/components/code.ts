// Code: the page holds its text.

import { err, ok } from "../../base/result.ts";
import { codeLanguages } from "../code-language.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { didYouMean } from "../nearest-name.ts";
import { buttons } from "../display-options.ts";
import { flag, optionalText, text, wholeNumber, type Parameter } from "../parameter.ts";
import { isText } from "../texts.ts";

const language: Parameter = {
  default: null,
  read(value, path) {
    if (value === undefined || value === null) return null;
    if (codeLanguages.some((name) => name === value)) return value;
    const nearest = typeof value === "string" ? didYouMean(value, codeLanguages) : "";
    throw new DeclarationError(
      path,
      `must be a language such as "python", but it is ${describeValue(value)}.${nearest}`,
    );
  },
};

export const code: KindDefinition = {
  kind: "code",
  name: "Code",
  shortcuts: ["code"],
  first: "value",
  events: ["change", "input", "focus", "blur"],
  parameters: {
    info: optionalText(),
    language,
    lines: wholeNumber(5, 1, 1000),
    maxLines: wholeNumber(null, 1, 1000),
    wrapLines: flag(false),
    showLineNumbers: flag(true),
    autocomplete: flag(false),
    buttons: buttons(["copy", "download"], "copy", "download"),
  },
  renamed: { max_lines: "maxLines", wrap_lines: "wrapLines", show_line_numbers: "showLineNumbers" },
  value: text(""),

  checkInput: (value) => (isText(value) ? null : `Enter code; this is ${describeValue(value)}.`),

  preprocess: (value) => (isText(value) ? ok(value) : err(`Enter code; this is ${describeValue(value)}.`)),

  isOutput: isText,

  postprocess(value) {
    if (value === null || value === undefined) return ok("");
    if (isText(value)) return ok(value.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd());
    return err(`is a Code, but the function returned ${describeValue(value)}; gr.JSON shows lists and objects`);
  },
};
