// Reads the options of gr.Interface, which may be anything: editors warn, but code runs all the same.

import type { AppFunction } from "../spec/app-declaration.ts";
import { declareByName, type ComponentDeclaration } from "../spec/component-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { isKept } from "../spec/kept-kind.ts";
import { parametersIn } from "../spec/parameter-names.ts";
import type { ExamplesDeclaration, InterfaceDeclaration } from "../spec/interface-declaration.ts";
import { optionHint } from "../spec/option-hint.ts";
import { absent, warnOfAbsent } from "./absent-options.ts";
import { readApiName } from "./api-name.ts";
import { componentDeclaration } from "./declared-components.ts";
import {
  isFunction,
  readAccordion,
  readButton,
  readExamples,
  readFlag,
  readFlagging,
  readFunction,
  readLimit,
  readProgress,
  readText,
} from "./interface-options.ts";
import { currentPort } from "./port.ts";

const names = [
  "fn",
  "inputs",
  "outputs",
  "examples",
  "cacheExamples",
  "cacheMode",
  "examplesPerPage",
  "exampleLabels",
  "preloadExample",
  "live",
  "title",
  "description",
  "article",
  "flaggingMode",
  "flaggingOptions",
  "flaggingCallback",
  "apiName",
  "apiDescription",
  "apiVisibility",
  "additionalInputs",
  "additionalInputsAccordion",
  "submitBtn",
  "stopBtn",
  "clearBtn",
  "concurrencyLimit",
  "showProgress",
  "fillWidth",
  "validator",
];

const renamed: Readonly<Record<string, string>> = { allow_flagging: "flaggingMode", allowFlagging: "flaggingMode" };

export function readInterface(given: unknown): InterfaceDeclaration {
  if (typeof given !== "object" || given === null) {
    const message = `gr.Interface takes an object: gr.Interface({ fn, inputs, outputs }), but this is ${describeValue(given)}`;
    throw new DeclarationError("", message);
  }
  const options: Readonly<Record<string, unknown>> = { ...given };
  checkNames(options);
  const { fn, inputs, outputs, additionalInputs } = options;
  if (!isFunction(fn)) throw new DeclarationError("fn", `must be a function, but it is ${describeValue(fn)}`);
  if (options["apiDescription"] !== false) readText(options, "apiDescription", { long: true });
  const main = readComponents(inputs, "inputs");
  const additional = readComponents(additionalInputs, "additionalInputs");
  checkParameters(fn, main.length + additional.length);
  const generates = main.length + additional.length === 0;
  return {
    kind: "interface",
    fn,
    inputs: [...main, ...additional],
    outputs: readComponents(outputs, "outputs"),
    inputPath: (index) =>
      index < main.length
        ? pathOf(inputs, "inputs", index)
        : pathOf(additionalInputs, "additionalInputs", index - main.length),
    outputPath: (index) => pathOf(outputs, "outputs", index),
    additional: { count: additional.length, ...readAccordion(options["additionalInputsAccordion"]) },
    examples: withoutState(readExamples(options), [...main, ...additional]),
    live: readFlag(options, "live"),
    flagging: readFlagging(options),
    buttons: {
      submit: readButton(options["submitBtn"], "submitBtn", [generates ? "Generate" : "Submit", "primary"]),
      stop: readButton(options["stopBtn"], "stopBtn", ["Stop", "stop"]),
      clear: readButton(options["clearBtn"], "clearBtn", ["Clear", "secondary"]),
    },
    validator: readFunction(options["validator"], "validator"),
    concurrencyLimit: readLimit(options["concurrencyLimit"]),
    showProgress: readProgress(options),
    apiName: readApiName(options, "", fn.name || "fn"),
    title: readText(options, "title", { long: true }),
    description: readText(options, "description", { long: true }),
    article: readText(options, "article", { long: true }),
    fillWidth: readFlag(options, "fillWidth"),
  };
}

function checkNames(options: Readonly<Record<string, unknown>>): void {
  const known = [...names, ...Object.keys(absent), "batch"];
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      const hint = optionHint(name, known, renamed);
      throw new DeclarationError(name.slice(0, 100), `is no option of gr.Interface.${hint}`);
    }
    warnOfAbsent("gr.Interface", name, options[name]);
  }
  if (options["batch"] !== true) return;
  const reason =
    "is not here, because nobody else's calls wait in the same queue: let fn take and return single values.";
  throw new DeclarationError("batch", reason);
}

/** As in Gradio: what comes of an example with State would be somebody else's. */
function withoutState(
  examples: ExamplesDeclaration | null,
  inputs: readonly ComponentDeclaration[],
): ExamplesDeclaration | null {
  if (!examples?.cached) return examples && { ...examples, preload: null };
  if (inputs.some(({ kind }) => isKept(kind))) {
    currentPort()?.warn("gr.Interface: cacheExamples is switched off, because the app uses State.");
    return { ...examples, cached: false, preload: null };
  }
  const hasValue = inputs.some(({ options: { value } }) => value !== undefined && value !== null);
  return hasValue ? { ...examples, preload: null } : examples;
}

/** As in Gradio, a function with other parameters is called all the same. */
function checkParameters(fn: AppFunction, inputs: number): void {
  const parameters = parametersIn(Function.prototype.toString.call(fn));
  const lastTaken = parameters.findLastIndex((each) => !each.isCallsOwn);
  const own = parameters.find(({ isCallsOwn }, index) => isCallsOwn && index < lastTaken);
  if (own) {
    const what = `${own.name} = gr.Progress() must come after the parameters that inputs are for`;
    throw new DeclarationError("fn", what, { sentence: true });
  }
  const taken = parameters.filter(({ isCallsOwn }) => !isCallsOwn);
  const missing = taken.slice(inputs).filter(({ isOptional }) => !isOptional);
  const isTooMany = taken.length > 0 && inputs > taken.length && !taken.some(({ isRest }) => isRest);
  if (missing.length === 0 && !isTooMany) return;
  const count = (many: number, what: string) => `${many} ${what}${many === 1 ? "" : "s"}`;
  const gone = missing.map(({ name }) => name ?? "one").join(", ");
  const end = missing.length === 0 ? "" : `: ${gone} will be undefined`;
  currentPort()?.warn(
    `${fn.name || "fn"} takes ${count(taken.length, "parameter")}, but the app has ${count(inputs, "input")}${end}.`,
  );
}

function readComponents(value: unknown, name: string): ComponentDeclaration[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item, index) => componentDeclaration(item) ?? declareByName(item, pathOf(value, name, index)));
}

/** Without a list around it, the only one is not numbered. */
function pathOf(value: unknown, name: string, index: number): string {
  return Array.isArray(value) ? `${name}[${index}]` : name;
}
