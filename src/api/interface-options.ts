// Readers of the single options of gr.Interface: each takes what somebody wrote, and throws a DeclarationError at its place.

import type { AppFunction } from "../spec/app-declaration.ts";
import type { ComponentDeclaration } from "../spec/component-declaration.ts";
import { type ConcurrencyLimit, isConcurrencyLimit, maxConcurrency } from "../spec/concurrency-limit.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import {
  buttonDeclaration,
  type ExamplesDeclaration,
  type FlaggingDeclaration,
  interfaceDefaults,
} from "../spec/interface-declaration.ts";
import { choice, flag, optionalText, wholeNumber } from "../spec/parameter.ts";
import { componentDeclaration } from "./declared-components.ts";

type Options = Readonly<Record<string, unknown>>;

const prose = optionalText(100_000);
const short = optionalText(1000);
const progress = choice("full", "minimal", "hidden");
const flaggingMode = choice("never", "manual", "auto");
const cacheMode = choice("lazy", "eager");

export function readFlag(options: Options, name: string): boolean {
  return flag(false).read(options[name] ?? undefined, name) === true;
}

/** Markdown, or a name. */
export function readText(options: Options, name: string, { long = false } = {}): string | null {
  const text = (long ? prose : short).read(options[name], name);
  return typeof text === "string" ? text : null;
}

export function readProgress(options: Options): "full" | "minimal" | "hidden" {
  const read = progress.read(options["showProgress"] ?? undefined, "showProgress");
  return read === "minimal" || read === "hidden" ? read : "full";
}

export function readLimit(value: unknown): ConcurrencyLimit {
  if (value === undefined || value === "default") return interfaceDefaults.concurrencyLimit;
  if (value === null || isConcurrencyLimit(value)) return value;
  throw wrong("concurrencyLimit", `a whole number from 1 to ${maxConcurrency}, or null for no limit`, value);
}

export function readFunction(value: unknown, path: string): AppFunction | null {
  if (value === undefined || value === null) return null;
  if (isFunction(value)) return value;
  throw wrong(path, "a function", value);
}

export function isFunction(value: unknown): value is AppFunction {
  return typeof value === "function";
}

/** A text, a gr.Button, or null for none. */
export function readButton(
  value: unknown,
  path: string,
  [text, variant]: readonly [text: string, variant: "primary" | "secondary" | "stop"],
): ComponentDeclaration | null {
  if (value === undefined) return buttonDeclaration(text, variant);
  if (value === null) return null;
  if (typeof value === "string") return buttonDeclaration(value, variant);
  const declaration = componentDeclaration(value);
  if (declaration?.kind === "button") return declaration;
  throw wrong(path, "a text, a gr.Button or null", value);
}

export function readAccordion(value: unknown): { readonly label: string; readonly open: boolean } {
  const path = "additionalInputsAccordion";
  const { label, open } = interfaceDefaults.additional;
  if (value === undefined || value === null) return { label, open };
  if (typeof value === "string") return { label: value, open };
  const declaration = componentDeclaration(value);
  const options = declaration?.kind === "accordion" ? declaration.options : isPlainObject(value) ? value : null;
  if (!options) throw wrong(path, 'a text, or an object such as { label: "More", open: true }', value);
  const stranger = Object.keys(options).find((name) => !declaration && name !== "label" && name !== "open");
  if (stranger !== undefined) throw new DeclarationError(`${path}.${stranger.slice(0, 100)}`, "is no option of it.");
  return {
    label: readText(options, "label") ?? label,
    // As gr.Accordion has it.
    open: declaration ? flag(true).read(options["open"], `${path}.open`) === true : readFlag(options, "open"),
  };
}

export function readExamples(options: Options): ExamplesDeclaration | null {
  const { examples, exampleLabels: labels } = options;
  const cached = readFlag(options, "cacheExamples");
  const perPage = wholeNumber(10, 1, 1000).read(options["examplesPerPage"] ?? undefined, "examplesPerPage");
  cacheMode.read(options["cacheMode"] ?? undefined, "cacheMode");
  if (examples === undefined || examples === null) return null;
  if (typeof examples === "string") {
    throw new DeclarationError(
      "examples",
      "must be a list: there are no folders here. Write the examples into the code.",
    );
  }
  if (!Array.isArray(examples)) throw wrong("examples", "a list of lists, with a value for each input", examples);
  if (labels !== undefined && labels !== null) {
    if (!Array.isArray(labels) || !labels.every((each) => typeof each === "string")) {
      throw wrong("exampleLabels", "a list of texts", labels);
    }
    if (labels.length !== examples.length) {
      const counts = `has ${labels.length} texts, but there are ${examples.length} examples`;
      throw new DeclarationError("exampleLabels", counts);
    }
  }
  if (examples.length === 0) return null;
  return {
    rows: [...(examples as readonly unknown[])],
    labels: Array.isArray(labels) ? (labels as readonly string[]) : null,
    perPage: Number(perPage),
    cached,
    preload: readPreload(options["preloadExample"], examples.length),
  };
}

function readPreload(value: unknown, count: number): number | null {
  if (value === false || value === null) return null;
  if (value === undefined) return count > 0 ? 0 : null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count) return value;
  throw wrong("preloadExample", `the number of an example, from 0 to ${count - 1}, or false`, value);
}

/** Who says what can be flagged, or what becomes of it, wants it flagged. */
export function readFlagging(options: Options): FlaggingDeclaration {
  const isMeant = (options["flaggingOptions"] ?? options["flaggingCallback"] ?? null) !== null;
  const given = options["flaggingMode"] ?? (isMeant ? "manual" : "never");
  const mode = flaggingMode.read(given, "flaggingMode");
  return {
    mode: mode === "manual" || mode === "auto" ? mode : "never",
    options: readFlaggingOptions(options["flaggingOptions"]),
    callback: readFunction(options["flaggingCallback"], "flaggingCallback"),
  };
}

/** Texts, or pairs of what stands on the button and what is kept. */
function readFlaggingOptions(value: unknown): FlaggingDeclaration["options"] {
  if (value === undefined || value === null) return interfaceDefaults.flagging.options;
  if (!Array.isArray(value) || value.length === 0 || value.length > 20) {
    throw wrong("flaggingOptions", 'a list of 1 to 20 texts, such as ["wrong", "offensive"]', value);
  }
  return value.map((each: unknown, index): readonly [string, string] => {
    if (typeof each === "string") return [`Flag as ${each}`, each];
    if (Array.isArray(each) && each.length === 2) {
      const [text, kept]: unknown[] = each;
      if (typeof text === "string" && (typeof kept === "string" || kept === null)) return [text, kept ?? ""];
    }
    throw wrong(`flaggingOptions[${index}]`, "a text, or [what stands on the button, what is kept]", each);
  });
}

function wrong(path: string, expected: string, value: unknown): DeclarationError {
  return new DeclarationError(path, `must be ${expected}, but it is ${describeValue(value)}`);
}

function isPlainObject(value: unknown): value is Options {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
