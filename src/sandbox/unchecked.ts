// Validates by hand what a worker says, before anything in the page reads it. A worker shares its realm with the person's
// code, so a message may be anything that can be cloned. Operations stay unknown here: the journal checks those.

import { measureMessage, outputLimits } from "../protocol/message-size.ts";
import { type ProgressLevel, progressLimits } from "../protocol/progress.ts";
import type {
  ConsoleData,
  ErrorData,
  ErrorNotice,
  FrameData,
  OutputData,
  VariableReport,
} from "../protocol/runtime.ts";
import { type ToastData, toastLimits } from "../protocol/toast.ts";

/** The answer does not have the form that a worker of ours gives. */
export class MalformedMessageError extends Error {
  override readonly name = "MalformedMessageError";
}

export interface UncheckedStep {
  readonly outputs: readonly OutputData[];
  readonly room: unknown;
  readonly session: unknown;
  readonly browser: readonly (readonly [key: string, unknown])[];
  /** What a `gr.render` made. */
  readonly rendered?: unknown;
}

export type UncheckedLoad =
  | {
      readonly kind: "loaded";
      readonly app: unknown;
      readonly room: unknown;
      readonly session: unknown;
      readonly browser: readonly (readonly [key: string, unknown])[];
      readonly states: readonly string[];
      readonly variables: readonly VariableReport[];
    }
  | { readonly kind: "incomplete" }
  | { readonly kind: "threw"; readonly error: ErrorData };

export type UncheckedOutcome =
  | { readonly kind: "returned"; readonly step: UncheckedStep; readonly durationMs: number }
  | { readonly kind: "finished" | "stopped"; readonly durationMs: number }
  | { readonly kind: "threw"; readonly error: ErrorData; readonly durationMs: number };

export type UncheckedAtomic =
  { readonly kind: "returned"; readonly step: UncheckedStep } | { readonly kind: "threw"; readonly error: ErrorData };

export type UncheckedEvent =
  | { readonly type: "yield"; readonly call: string; readonly seq: number; readonly step: UncheckedStep }
  | { readonly type: "atomic"; readonly call: string; readonly ask: number }
  | { readonly type: "progress"; readonly call: string; readonly levels: readonly ProgressLevel[] }
  | { readonly type: "toast"; readonly toast: ToastData }
  | { readonly type: "console"; readonly entries: readonly ConsoleData[]; readonly dropped: number };

const maxOutputs = 1000;
const maxVariables = 10_000;
const maxEntries = 1000;
const maxKeys = 200;
const maxFrames = 50;
const maxCauses = 8;

export function parseLoad(value: unknown): UncheckedLoad {
  const outcome = record(value);
  if (outcome["kind"] === "threw") return { kind: "threw", error: parseError(outcome["error"], 0) };
  if (outcome["kind"] === "incomplete") return { kind: "incomplete" };
  if (outcome["kind"] !== "loaded") throw malformed("a load outcome");
  return {
    kind: "loaded",
    app: outcome["app"],
    room: outcome["room"],
    session: outcome["session"],
    browser: list(outcome["browser"], maxKeys).map(parseKey),
    states: list(outcome["states"], maxVariables).map((key) => text(key, 2000)),
    variables: list(outcome["variables"], maxVariables).map(parseVariable),
  };
}

export function parseOutcome(value: unknown): UncheckedOutcome {
  const outcome = record(value);
  const durationMs = number(outcome["durationMs"]);
  switch (outcome["kind"]) {
    case "returned":
      return { kind: "returned", step: parseStep(outcome["step"]), durationMs };
    case "finished":
    case "stopped":
      return { kind: outcome["kind"], durationMs };
    case "threw":
      return { kind: "threw", error: parseError(outcome["error"], 0), durationMs };
    default:
      throw malformed("a call outcome");
  }
}

export function parseAtomic(value: unknown): UncheckedAtomic {
  const outcome = record(value);
  if (outcome["kind"] === "threw") return { kind: "threw", error: parseError(outcome["error"], 0) };
  if (outcome["kind"] !== "returned") throw malformed("the outcome of an atomic step");
  return { kind: "returned", step: parseStep(outcome["step"]) };
}

export function parseEvent(value: unknown): UncheckedEvent | { readonly type: "closed" } {
  const event = record(value);
  switch (event["type"]) {
    case "yield":
      return {
        type: "yield",
        call: text(event["call"], 100),
        seq: number(event["seq"]),
        step: parseStep(event["step"]),
      };
    case "atomic":
      return { type: "atomic", call: text(event["call"], 100), ask: number(event["ask"]) };
    case "progress":
      return {
        type: "progress",
        call: text(event["call"], 100),
        levels: list(event["levels"], progressLimits.levels).map(parseLevel),
      };
    case "toast":
      return { type: "toast", toast: parseToast(event["toast"]) };
    case "console":
      return {
        type: "console",
        entries: list(event["entries"], maxEntries).map(parseEntry),
        dropped: count(event["dropped"]),
      };
    case "closed":
      return { type: "closed" };
    default:
      throw malformed("an event");
  }
}

function parseStep(value: unknown): UncheckedStep {
  const step = record(value);
  // A worker of ours says so as an error of the call.
  if (measureMessage(step["outputs"], outputLimits).excess) throw malformed("as much as a page can show");
  return {
    outputs: list(step["outputs"], maxOutputs).map(parseOutput),
    room: step["room"],
    session: step["session"],
    browser: list(step["browser"], maxKeys).map(parseKey),
    ...(step["rendered"] === undefined ? {} : { rendered: step["rendered"] }),
  };
}

function parseKey(value: unknown): [key: string, operations: unknown] {
  const [key, operations] = list(value, 2);
  return [text(key, 200), operations];
}

function parseOutput(value: unknown): OutputData {
  const output = record(value);
  if (output["kind"] === "skip") return { kind: "skip" };
  if (output["kind"] === "value") return { kind: "value", value: output["value"] };
  if (output["kind"] === "update") return { kind: "update", options: record(output["options"]) };
  throw malformed("an output");
}

function parseVariable(value: unknown): VariableReport {
  const report = record(value);
  const kind = report["kind"];
  if (kind !== "global" && kind !== "constant" && kind !== "once") throw malformed("a variable's kind");
  return {
    key: text(report["key"], 2000),
    kind,
    why: text(report["why"], 2000),
    preview: text(report["preview"], 2000),
  };
}

function parseError(value: unknown, depth: number): ErrorData {
  const error = record(value);
  const path = error["path"];
  const cause = error["cause"];
  const notice = error["notice"];
  return {
    name: text(error["name"], 200),
    message: text(error["message"], 20_000),
    frames: list(error["frames"], maxFrames).map(parseFrame),
    ...(path === undefined ? {} : { path: text(path, 200) }),
    ...(notice === undefined ? {} : { notice: parseNotice(notice) }),
    ...(cause === undefined || depth >= maxCauses ? {} : { cause: parseError(cause, depth + 1) }),
  };
}

function parseLevel(value: unknown): ProgressLevel {
  const level = record(value);
  const { description } = level;
  const optional = (each: unknown) => (each === null ? null : number(each));
  return {
    index: optional(level["index"]),
    length: optional(level["length"]),
    unit: text(level["unit"], progressLimits.textChars),
    fraction: optional(level["fraction"]),
    description: description === null ? null : text(description, progressLimits.textChars),
  };
}

function parseToast(value: unknown): ToastData {
  const toast = record(value);
  const { tone } = toast;
  if (tone !== "info" && tone !== "success" && tone !== "warning" && tone !== "error") throw malformed("a tone");
  return {
    tone,
    title: text(toast["title"], toastLimits.titleChars),
    message: text(toast["message"], toastLimits.messageChars),
    durationMs: duration(toast["durationMs"]),
  };
}

function parseNotice(value: unknown): ErrorNotice {
  const notice = record(value);
  return {
    title: text(notice["title"], toastLimits.titleChars),
    durationMs: duration(notice["durationMs"]),
    visible: flag(notice["visible"]),
    isProblem: flag(notice["isProblem"]),
  };
}

function parseEntry(value: unknown): ConsoleData {
  const entry = record(value);
  const level = entry["level"];
  if (level !== "log" && level !== "info" && level !== "warn" && level !== "error" && level !== "debug")
    throw malformed("a console level");
  return {
    level,
    text: text(entry["text"], 12_000),
    frame: entry["frame"] === null ? null : parseFrame(entry["frame"]),
    timeMs: number(entry["timeMs"]),
  };
}

function parseFrame(value: unknown): FrameData {
  const frame = record(value);
  return { fn: text(frame["fn"], 500), line: number(frame["line"]), column: number(frame["column"]) };
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("an object");
  return value as Record<string, unknown>;
}

function list(value: unknown, max: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > max) throw malformed(`a list of at most ${max}`);
  return Array.from<unknown>(value);
}

function text(value: unknown, max: number): string {
  if (typeof value !== "string") throw malformed("a text");
  // A slice would keep all of the text in memory: only a clone is as long as it looks.
  return value.length > max ? structuredClone(`${value.slice(0, max)}…`) : value;
}

function count(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw malformed("a count");
  return value;
}

function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw malformed("true or false");
  return value;
}

/** null: no end. */
function duration(value: unknown): number | null {
  if (value === null) return null;
  return Math.min(Math.max(number(value), 0), toastLimits.durationMs);
}

function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw malformed("a number");
  return value;
}

function malformed(expected: string): MalformedMessageError {
  return new MalformedMessageError(`The sandbox sent something that is not ${expected}.`);
}
