// HTML: the page holds the text and shows what of it is safe.

import { err, ok } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { describeValue } from "../describe-value.ts";
import { size } from "../display-options.ts";
import { flag, text } from "../parameter.ts";
import { isText } from "../texts.ts";

export const html: KindDefinition = {
  kind: "html",
  name: "HTML",
  shortcuts: ["html"],
  first: "value",
  events: ["change"],
  parameters: { height: size(), maxHeight: size(), minHeight: size(), padding: flag(false), autoscroll: flag(false) },
  renamed: { max_height: "maxHeight", min_height: "minHeight" },
  value: text(""),

  checkInput: (value) => (isText(value) ? null : `This must be a text; it is ${describeValue(value)}.`),

  preprocess: (value) => (isText(value) ? ok(value) : err(`This must be a text; it is ${describeValue(value)}.`)),

  isOutput: isText,

  postprocess(value) {
    if (value === null || value === undefined) return ok("");
    if (typeof value === "number" || typeof value === "bigint") return ok(String(value));
    if (isText(value)) return ok(value);
    return err(`is an HTML, but the function returned ${describeValue(value)}; gr.JSON shows lists and objects`);
  },
};
