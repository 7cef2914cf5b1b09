// Label: what something was taken for. The page holds { label, confidences }, the surest first, or null for nothing.

import { err, ok, type Result } from "../../base/result.ts";
import type { ComponentSpec } from "../app-spec.ts";
import type { KindDefinition } from "../component-kind.ts";
import { DeclarationError } from "../declaration-error.ts";
import { describeValue, shorten } from "../describe-value.ts";
import { colour } from "../display-options.ts";
import { flag, wholeNumber, type Parameter } from "../parameter.ts";

export interface LabelData {
  readonly label: string;
  /** null: the label stands alone. */
  readonly confidences: readonly { readonly label: string; readonly confidence: number }[] | null;
}

/** Nobody looks at more, and each is a row of the page. */
const mostClasses = 1000;

const labelValue: Parameter = {
  default: null,
  read(value, path) {
    if (isLabelData(value)) return value;
    const read = toLabel(value, null);
    if (read.ok) return read.value;
    throw new DeclarationError(path, `must be a text, a number or confidences: ${read.error}`);
  },
};

export const label: KindDefinition = {
  kind: "label",
  name: "Label",
  shortcuts: ["label"],
  first: "value",
  events: ["change", "select"],
  parameters: { numTopClasses: wholeNumber(null, 1, mostClasses), color: colour, showHeading: flag(true) },
  renamed: { num_top_classes: "numTopClasses", show_heading: "showHeading" },
  value: labelValue,

  checkInput: (value) =>
    value === null || isLabelData(value) ? null : `This must be a class; it is ${describeValue(value)}.`,

  /** The text, or { class: confidence }. */
  preprocess(value) {
    if (!isLabelData(value)) return ok(null);
    if (value.confidences === null) return ok(value.label);
    return ok(Object.fromEntries(value.confidences.map(({ label, confidence }) => [label, confidence])));
  },

  isOutput: (value) => value === null || isLabelData(value),

  postprocess: (value, component) => {
    const shown = toLabel(value, component);
    return shown.ok
      ? shown
      : err(`is a Label, which shows a text, a number or confidences such as { cat: 0.9 }, but ${shown.error}`);
  },
};

export function isLabelData(value: unknown): value is LabelData {
  const { label, confidences }: Record<string, unknown> = Object(value);
  if (typeof label !== "string") return false;
  if (confidences === null) return true;
  return (
    Array.isArray(confidences) &&
    confidences.length <= mostClasses &&
    confidences.every((item: unknown) => {
      const each: Record<string, unknown> = Object(item);
      return typeof each["label"] === "string" && Number.isFinite(each["confidence"]);
    })
  );
}

function toLabel(value: unknown, component: Pick<ComponentSpec, "props"> | null): Result<LabelData | null, string> {
  if (value === null || value === undefined) return ok(null);
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") {
    return ok({ label: String(value), confidences: null });
  }
  const pairs = toPairs(value);
  if (!pairs) return err(`the function returned ${describeValue(value)}`);
  const wrong = pairs.find(([, confidence]) => !Number.isFinite(confidence));
  if (wrong) return err(`${JSON.stringify(shorten(wrong[0]))} is ${describeValue(wrong[1])}`);
  const limit = component?.props["numTopClasses"];
  const confidences = pairs
    .map(([label, confidence]) => ({ label, confidence: Number(confidence) }))
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, typeof limit === "number" ? limit : mostClasses);
  const first = confidences[0];
  return ok(first ? { label: first.label, confidences } : null);
}

function toPairs(value: unknown): (readonly [string, unknown])[] | null {
  if (value instanceof Map) return [...value].map(([name, confidence]) => [String(name), confidence] as const);
  if (typeof value !== "object" || value === null || Symbol.iterator in value) return null;
  return value instanceof Date || value instanceof Blob ? null : Object.entries(value);
}
