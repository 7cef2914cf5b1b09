// JSON: as an output the page holds data, made plain by json-data.ts. As an input it holds the text that a person types,
// which need not be JSON at every moment; the function receives the data.

import { err, ok, type Result } from "../../base/result.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue } from "../describe-value.ts";
import { buttons, size } from "../display-options.ts";
import { formatJson, isJsonValue, toJsonData } from "../json-data.ts";
import { flag, optionalText, type Parameter } from "../parameter.ts";

const jsonValue: Parameter = {
  default: null,
  read(value, path) {
    if (value === undefined) return null;
    const data = toJsonData(value);
    if (data.ok) return data.value;
    throw new DeclarationError(path, data.error);
  },
};

export const json: KindDefinition = {
  kind: "json",
  name: "JSON",
  shortcuts: ["json"],
  first: "value",
  events: ["change", "input"],
  parameters: {
    info: optionalText(),
    open: flag(false),
    showIndices: flag(false),
    height: size(),
    maxHeight: size(420),
    minHeight: size(),
    buttons: buttons(["copy"], "copy"),
  },
  renamed: { show_indices: "showIndices", max_height: "maxHeight", min_height: "minHeight" },
  value: jsonValue,

  /** One that is typed into holds text. */
  initial(value, _props, interactive) {
    if (!interactive) return value;
    return value === null ? "" : formatJson(value);
  },

  checkInput(value) {
    const result = parse(value);
    return result.ok ? null : result.error;
  },

  preprocess: parse,

  isOutput: (value, component) => (component.interactive ? typeof value === "string" : isJsonValue(value)),

  postprocess(value, component) {
    const data = toJsonData(value);
    if (!data.ok || !component.interactive) return data;
    return ok(data.value === null ? "" : formatJson(data.value));
  },
};

/** The data that a text says. An empty field is null. */
function parse(value: unknown): Result<unknown, string> {
  if (typeof value !== "string") return err(`Enter JSON; this is ${describeValue(value)}.`);
  if (value.trim() === "") return ok(null);
  try {
    return ok(JSON.parse(value));
  } catch (error) {
    return err(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
