// Reads the options of a listener, which may be anything: editors warn, but code runs all the same.

import type { AppFunction } from "../spec/app-declaration.ts";
import { isFunction } from "../spec/app-declaration.ts";
import type { EventSpec } from "../spec/app-spec.ts";
import { type ConcurrencyLimit, isConcurrencyLimit, maxConcurrency } from "../spec/concurrency-limit.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { didYouMean } from "../spec/nearest-name.ts";
import { readApiName } from "./api-name.ts";
import { isDependency, type Dependency } from "./dependency.ts";
import { readEvery, readUsed, type Used } from "./read-used.ts";

export interface ListenerRecord {
  readonly fn: AppFunction | null;
  readonly inputs: readonly Used[];
  readonly inputNames: readonly string[] | null;
  readonly outputs: readonly Used[];
  readonly outputNames: readonly (string | null)[] | null;
  readonly showProgress: EventSpec["showProgress"] | undefined;
  readonly mode: EventSpec["mode"] | undefined;
  readonly concurrencyLimit: ConcurrencyLimit;
  readonly concurrencyId: string | null;
  readonly cancels: readonly Dependency[];
  readonly validator: AppFunction | null;
  readonly apiName: string | null;
  /** Seconds, or a Timer, between calls that nothing else triggers. */
  readonly every: number | Used | null;
}

const names: ReadonlySet<string> = new Set([
  "fn",
  "inputs",
  "outputs",
  "showProgress",
  "triggerMode",
  "concurrencyLimit",
  "concurrencyId",
  "cancels",
  "validator",
  "apiName",
  "apiVisibility",
  "every",
]);
/** What Gradio has, and makes no difference here. */
const ignored = ["apiDescription", "queue", "scrollToOutput", "showProgressOn", "key"];
const renamed: Readonly<Record<string, string>> = {
  api_name: "apiName",
  api_visibility: "apiVisibility",
  concurrency_id: "concurrencyId",
  concurrency_limit: "concurrencyLimit",
  show_progress: "showProgress",
  trigger_mode: "triggerMode",
};

/** `what`: how messages call the listener, such as "click". `also`: options of its own, read elsewhere. */
export function readListener(options: unknown, what: string, also: readonly string[] = []): ListenerRecord {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const advice = `${what}(…) takes an object: ${what}({ fn, inputs, outputs })`;
    throw new DeclarationError("", `${advice}, but this is ${describeValue(options)}`);
  }
  const given: Record<string, unknown> = { ...options };
  checkNames(given, what, also);
  const { fn = null, validator = null } = given;
  if (fn !== null && !isFunction(fn)) throw wrong(what, "fn", "a function", fn);
  if (validator !== null && !isFunction(validator)) throw wrong(what, "validator", "a function", validator);
  const inputs = readUsed(given["inputs"], `${what}.inputs`);
  const outputs = readUsed(given["outputs"], `${what}.outputs`);
  return {
    fn,
    validator,
    inputs: inputs.used,
    inputNames: inputs.names,
    outputs: outputs.used,
    outputNames: outputs.names ?? (inputs.names && namesFrom(inputs.names, inputs.used, outputs.used)),
    showProgress: readChoice(given["showProgress"], what, "showProgress", ["full", "minimal", "hidden"]),
    mode: readChoice(given["triggerMode"], what, "triggerMode", ["once", "multiple", "always_last"]),
    concurrencyLimit: readLimit(given["concurrencyLimit"], what),
    concurrencyId: readText(given["concurrencyId"], what, "concurrencyId"),
    cancels: readCancels(given["cancels"], what),
    apiName: readApiName(given, what, ownName(fn)),
    every: readEvery(given["every"], `${what}.every`),
  };
}

/** What a record of inputs calls those of the outputs that are in it. */
function namesFrom(
  inputNames: readonly string[],
  inputs: readonly Used[],
  outputs: readonly Used[],
): (string | null)[] {
  return outputs.map(({ component }) => inputNames[inputs.findIndex((each) => each.component === component)] ?? null);
}

function checkNames(given: Readonly<Record<string, unknown>>, what: string, also: readonly string[]): void {
  for (const name in given) {
    if (names.has(name) || also.includes(name) || ignored.includes(name)) continue;
    const ours = renamed[name];
    const hint =
      ours === undefined ? didYouMean(name, [...names, ...also]) : ` It is called ${JSON.stringify(ours)} here.`;
    throw new DeclarationError(`${what}.${name.slice(0, 100)}`, `is no option of a listener.${hint}`);
  }
}

/** None for a function that is written where it is listened with: JavaScript calls it "fn". */
function ownName(fn: AppFunction | null): string | null {
  return fn === null || fn.name === "" || fn.name === "fn" ? null : fn.name;
}

function readChoice<T extends string>(
  value: unknown,
  what: string,
  name: string,
  choices: readonly T[],
): T | undefined {
  if (value === undefined || value === null) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice) return choice;
  throw wrong(what, name, `one of ${choices.map((each) => JSON.stringify(each)).join(", ")}`, value);
}

function readLimit(value: unknown, what: string): ConcurrencyLimit {
  if (value === undefined || value === "default") return "default";
  if (value === null || isConcurrencyLimit(value)) return value;
  throw wrong(what, "concurrencyLimit", `a whole number from 1 to ${maxConcurrency}, or null for no limit`, value);
}

function readText(value: unknown, what: string, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" && value.length <= 200) return value;
  throw wrong(what, name, "a short text", value);
}

function readCancels(value: unknown, what: string): readonly Dependency[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each, i) => {
    if (isDependency(each)) return each;
    const path = Array.isArray(value) ? `cancels[${i}]` : "cancels";
    throw wrong(what, path, "what a listener returned, such as const run = button.click({ … })", each);
  });
}

function wrong(what: string, name: string, expected: string, value: unknown): DeclarationError {
  return new DeclarationError(`${what}.${name}`, `must be ${expected}, but it is ${describeValue(value)}`);
}
