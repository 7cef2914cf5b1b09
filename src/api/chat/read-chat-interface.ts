// Reads the options of gr.ChatInterface, which may be anything: editors warn, but code runs all the same.

import { type AppFunction, isFunction } from "../../spec/app-declaration.ts";
import type { EventSpec } from "../../spec/app-spec.ts";
import { type ComponentDeclaration, declareByName } from "../../spec/component-declaration.ts";
import { kindOf } from "../../spec/component-kinds.ts";
import { type ConcurrencyLimit, isConcurrencyLimit, maxConcurrency } from "../../spec/concurrency-limit.ts";
import { absent, warnOfAbsent } from "../absent-options.ts";
import { readApiName } from "../api-name.ts";
import { DeclarationError } from "../../spec/declaration-error.ts";
import { describeValue } from "../../spec/describe-value.ts";
import { didYouMean } from "../../spec/nearest-name.ts";
import { choice } from "../../spec/parameter.ts";
import { componentDeclaration, componentOf } from "../create-component.ts";
import { currentPort } from "../port.ts";
import type { ChatFunction } from "./answer.ts";
import { type ChatExample, readChatExamples } from "./read-chat-examples.ts";

/** A component, and what was declared with it. */
export interface Placed {
  readonly component: object;
  readonly declaration: ComponentDeclaration;
}

export interface ChatDeclaration {
  readonly fn: AppFunction;
  readonly multimodal: boolean;
  readonly chatbot: Placed | null;
  readonly textbox: Placed | null;
  readonly additionalInputs: readonly Placed[];
  readonly accordion: { readonly label: string; readonly open: boolean };
  readonly additionalOutputs: readonly Placed[];
  readonly editable: boolean;
  readonly examples: readonly ChatExample[];
  readonly runExamplesOnClick: boolean;
  readonly title: string | null;
  readonly description: string | null;
  /** null: there is none. */
  readonly submit: string | null;
  readonly stop: string | null;
  readonly autoscroll: boolean;
  readonly concurrencyLimit: ConcurrencyLimit;
  /** What is seen while something is answered. */
  readonly showProgress: EventSpec["showProgress"];
  readonly saveHistory: boolean;
  /** What can be said of an answer, to be kept; null: nothing. */
  readonly flagging: readonly string[] | null;
  readonly validator: ChatFunction | null;
  /** Under which name code outside of the app talks with it; null: it may not. */
  readonly apiName: string | null;
  /** Whether answers to examples are kept. */
  readonly cacheExamples: boolean;
  readonly autofocus: boolean;
  readonly fillWidth: boolean;
}

const names = [
  "fn",
  "multimodal",
  "chatbot",
  "textbox",
  "additionalInputs",
  "additionalInputsAccordion",
  "additionalOutputs",
  "editable",
  "examples",
  "exampleLabels",
  "exampleIcons",
  "runExamplesOnClick",
  "title",
  "description",
  "submitBtn",
  "stopBtn",
  "autoscroll",
  "concurrencyLimit",
  "showProgress",
  "saveHistory",
  "flaggingMode",
  "flaggingOptions",
  "validator",
  "apiName",
  "apiVisibility",
  "cacheExamples",
  "cacheMode",
  "autofocus",
  "fillWidth",
];
const progress = choice("minimal", "full", "hidden");
/** What Gradio has, and makes no difference here. */
const ignored = ["fillHeight", "apiDescription"];

/** `options`: the options, or the function; then the others stand in `rest`. */
export function readChatInterface(options: unknown, rest?: unknown): ChatDeclaration {
  if (isFunction(options)) return readChatInterface({ ...Object(rest), fn: options });
  if (typeof options !== "object" || options === null) {
    const message = `gr.ChatInterface takes an object: gr.ChatInterface({ fn }), but this is ${describeValue(options)}`;
    throw new DeclarationError("", message);
  }
  const given: Record<string, unknown> = { ...options };
  const stranger = Object.keys(given).find(
    (name) => !names.includes(name) && !ignored.includes(name) && !Object.hasOwn(absent, name),
  );
  if (stranger !== undefined) {
    throw new DeclarationError(stranger, `is no option of gr.ChatInterface.${didYouMean(stranger, names)}`);
  }
  for (const name in given) warnOfAbsent("gr.ChatInterface", name, given[name]);
  const { fn } = given;
  if (!isFunction(fn)) throw new DeclarationError("fn", `must be a function, but it is ${describeValue(fn)}`);
  const additionalInputs = readList(given["additionalInputs"], "additionalInputs", true);
  const multimodal = readFlag(given, "multimodal", false);
  const { validator = null } = given;
  if (validator !== null && !isFunction(validator)) {
    throw new DeclarationError("validator", `must be a function, but it is ${describeValue(validator)}`);
  }
  return {
    fn,
    multimodal,
    chatbot: readOne(given["chatbot"], "chatbot", "chatbot"),
    textbox: readOne(given["textbox"], "textbox", multimodal ? "multimodaltextbox" : "textbox"),
    additionalInputs,
    accordion: readAccordion(given["additionalInputsAccordion"]),
    additionalOutputs: readList(given["additionalOutputs"], "additionalOutputs", false),
    editable: readFlag(given, "editable", false),
    examples: readChatExamples(given, additionalInputs.length),
    runExamplesOnClick: readFlag(given, "runExamplesOnClick", true),
    title: readText(given, "title"),
    description: readText(given, "description"),
    submit: readButton(given, "submitBtn", "Submit"),
    stop: readButton(given, "stopBtn", "Stop"),
    autoscroll: readFlag(given, "autoscroll", true),
    concurrencyLimit: readLimit(given["concurrencyLimit"]),
    showProgress: progress.read(given["showProgress"] ?? undefined, "showProgress") as ChatDeclaration["showProgress"],
    saveHistory: readFlag(given, "saveHistory", false),
    flagging: readFlagging(given),
    validator,
    // As in Gradio, the function's own name, where it has one.
    apiName: readApiName(given, "", fn.name === "" || fn.name === "fn" ? "chat" : fn.name),
    cacheExamples: readCaching(given),
    autofocus: readFlag(given, "autofocus", true),
    fillWidth: readFlag(given, "fillWidth", false),
  };
}

function readFlag(given: Readonly<Record<string, unknown>>, name: string, initial: boolean): boolean {
  const value = given[name];
  if (value === undefined || value === null) return initial;
  if (typeof value === "boolean") return value;
  throw new DeclarationError(name, `must be true or false, but it is ${describeValue(value)}`);
}

function readText(given: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = given[name];
  if (value === undefined || value === null) return null;
  if (typeof value === "string" && value.length <= 100_000) return value;
  throw new DeclarationError(name, `must be a text, but it is ${describeValue(value)}`);
}

function readButton(given: Readonly<Record<string, unknown>>, name: string, initial: string): string | null {
  const value = given[name];
  if (value === undefined || value === true) return initial;
  if (value === null || value === false) return null;
  if (typeof value === "string" && value.length <= 1000) return value;
  throw new DeclarationError(name, `must be a text, true or false, but it is ${describeValue(value)}`);
}

/** Of the two modes there is one, as for gr.Interface: an answer is kept when it has been given. */
function readCaching(given: Readonly<Record<string, unknown>>): boolean {
  choice("lazy", "eager").read(given["cacheMode"] ?? undefined, "cacheMode");
  const wanted = readFlag(given, "cacheExamples", false);
  if (!wanted || (given["additionalOutputs"] ?? null) === null) return wanted;
  currentPort()?.warn("gr.ChatInterface: cacheExamples is switched off, because the chat has additionalOutputs.");
  return false;
}

function readLimit(value: unknown): ConcurrencyLimit {
  if (value === undefined || value === "default") return "default";
  if (value === null || isConcurrencyLimit(value)) return value;
  const what = `must be a whole number from 1 to ${maxConcurrency}, or null for no limit`;
  throw new DeclarationError("concurrencyLimit", `${what}, but it is ${describeValue(value)}`);
}

function readOne(value: unknown, path: string, kind: "chatbot" | "textbox" | "multimodaltextbox"): Placed | null {
  if (value === undefined || value === null) return null;
  const declaration = componentDeclaration(value);
  if (declaration?.kind === kind) return { component: Object(value) as object, declaration };
  const { name } = kindOf(kind);
  const hint = declaration?.kind === "multimodaltextbox" ? ": with one, set multimodal: true" : "";
  throw new DeclarationError(path, `must be a gr.${name}(), but it is ${describeValue(value)}${hint}`);
}

/** As in Gradio: whoever wants answers to be rated says so. */
function readFlagging(given: Readonly<Record<string, unknown>>): readonly string[] | null {
  const { flaggingMode = "never", flaggingOptions = ["Like", "Dislike"] } = given;
  if (flaggingMode !== "never" && flaggingMode !== "manual" && flaggingMode !== null) {
    throw new DeclarationError("flaggingMode", `must be "never" or "manual", but it is ${describeValue(flaggingMode)}`);
  }
  if (!Array.isArray(flaggingOptions) || !flaggingOptions.every((each) => typeof each === "string" && each !== "")) {
    throw new DeclarationError(
      "flaggingOptions",
      `must be a list of texts such as ["Like", "Dislike"], but it is ${describeValue(flaggingOptions)}`,
    );
  }
  return flaggingMode === "manual" ? flaggingOptions : null;
}

function readList(value: unknown, path: string, byName: boolean): Placed[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((item, index) => {
    const known = componentDeclaration(item);
    if (known) return { component: Object(item) as object, declaration: known };
    const place = Array.isArray(value) ? `${path}[${index}]` : path;
    if (!byName) throw new DeclarationError(place, `must be a component, but it is ${describeValue(item)}`);
    const declaration = declareByName(item, place);
    return { component: componentOf(declaration), declaration };
  });
}

function readAccordion(value: unknown): ChatDeclaration["accordion"] {
  if (value === undefined || value === null) return { label: "Additional Inputs", open: false };
  if (typeof value === "string") return { label: value, open: false };
  const declared = componentDeclaration(value)?.options ?? Object(value);
  const { label = "Additional Inputs", open = true }: Record<string, unknown> = declared;
  if (typeof label === "string" && typeof open === "boolean") return { label, open };
  throw new DeclarationError(
    "additionalInputsAccordion",
    `must be a text or an object such as { label, open }, but it is ${describeValue(value)}`,
  );
}
