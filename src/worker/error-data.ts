// An exception as data, bounded: Comlink would keep three fields of it, and none if a getter of it throws.

import { Error as NoticeError } from "../api/toast.ts";
import type { ErrorData, ErrorNotice } from "../protocol/runtime.ts";
import { toastLimits } from "../protocol/toast.ts";
import { describeValue } from "../spec/describe-value.ts";
import { readProperty } from "./read-property.ts";
import { parseFrames } from "./stack-frames.ts";

const maxMessageChars = 10_000;
const maxNameChars = 200;
const maxCauses = 5;

/** `urls`: under which names the person's module appears in stacks. */
export function toErrorData(thrown: unknown, urls: readonly string[], causes = 0): ErrorData {
  if (!isErrorLike(thrown)) {
    return { name: "Error", message: `The code threw ${describeValue(thrown)}, which is no Error.`, frames: [] };
  }
  const stack = readProperty(thrown, "stack");
  const path = readProperty(thrown, "path");
  const cause = readProperty(thrown, "cause");
  return {
    name: errorName(thrown),
    message: cut(toText(readProperty(thrown, "message")), maxMessageChars),
    frames: typeof stack === "string" ? parseFrames(stack, urls) : [],
    ...(thrown instanceof NoticeError ? { notice: toNotice(thrown) } : {}),
    ...(typeof path === "string" && path !== "" ? { path: cut(path, maxNameChars) } : {}),
    ...(cause === undefined || cause === null || causes >= maxCauses
      ? {}
      : { cause: toErrorData(cause, urls, causes + 1) }),
  };
}

/** Its fields may have been changed since. */
function toNotice(error: object): ErrorNotice {
  const duration = readProperty(error, "duration");
  return {
    title: cut(toText(readProperty(error, "title")) || "Error", toastLimits.titleChars),
    durationMs: isDuration(duration) ? duration * 1000 : null,
    visible: readProperty(error, "visible") !== false,
    isProblem: readProperty(error, "printException") !== false,
  };
}

function isDuration(seconds: unknown): seconds is number {
  return typeof seconds === "number" && seconds > 0 && seconds * 1000 <= toastLimits.durationMs;
}

function isErrorLike(value: unknown): value is object {
  return value instanceof Error || (typeof value === "object" && typeof readProperty(value, "message") === "string");
}

/** A class that extends Error and sets no name is known by its own. */
function errorName(error: object): string {
  const name = readProperty(error, "name");
  const own = readProperty(readProperty(error, "constructor"), "name");
  const better =
    (name === "Error" || typeof name !== "string") && typeof own === "string" && own !== "Object" ? own : name;
  return cut(toText(better) || "Error", maxNameChars);
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
