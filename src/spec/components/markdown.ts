// Markdown: the page holds the text, as it was written without the indentation that all its lines share.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { buttons, size } from "../display-options.ts";
import { flag, text, type Parameter } from "../parameter.ts";
import { isText, withoutIndent } from "../texts.ts";

export const latexDelimiters: Parameter = { default: null, read: readDelimiters };

export const markdown: KindDefinition = {
  kind: "markdown",
  name: "Markdown",
  shortcuts: ["markdown"],
  first: "value",
  events: ["change", "copy"],
  parameters: {
    latexDelimiters,
    rtl: flag(false),
    lineBreaks: flag(false),
    headerLinks: flag(false),
    buttons: buttons([], "copy"),
    height: size(),
    maxHeight: size(),
    minHeight: size(),
    sanitizeHtml: flag(true),
  },
  renamed: {
    latex_delimiters: "latexDelimiters",
    line_breaks: "lineBreaks",
    header_links: "headerLinks",
    show_copy_button: "buttons",
    max_height: "maxHeight",
    min_height: "minHeight",
    sanitize_html: "sanitizeHtml",
  },
  value: { default: "", read: (value, path) => withoutIndent(String(text("").read(value, path))) },

  checkInput: (value) => (isText(value) ? null : `This must be a text; it is ${describeValue(value)}.`),

  preprocess: (value) => (isText(value) ? ok(value) : err(`This must be a text; it is ${describeValue(value)}.`)),

  isOutput: isText,

  postprocess(value) {
    if (value === null || value === undefined) return ok("");
    if (typeof value === "number" || typeof value === "bigint") return ok(String(value));
    if (isText(value)) return ok(withoutIndent(value));
    return err(`is a Markdown, but the function returned ${describeValue(value)}`);
  },
};

function readDelimiters(value: unknown, path: string): unknown {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length > 20) {
    throw new DeclarationError(
      path,
      `must be a list such as [{ left: "$$", right: "$$", display: true }], but it is ${describeValue(value)}`,
    );
  }
  return value.map((item: unknown, index) => {
    const { left, right, display }: Record<string, unknown> = Object(item);
    const isMark = (mark: unknown) => typeof mark === "string" && mark.trim() !== "" && mark.length <= 20;
    if (isMark(left) && isMark(right) && typeof display === "boolean") return { left, right, display };
    throw new DeclarationError(
      `${path}[${index}]`,
      `must be such as { left: "$", right: "$", display: false }, but it is ${describeValue(item)}`,
    );
  });
}
