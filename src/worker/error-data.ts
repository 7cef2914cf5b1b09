// An exception as data, bounded: Comlink would keep three fields of it, and none if a getter of it throws.

import type { ErrorData } from "../protocol/runtime.ts";
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
    ...(typeof path === "string" && path !== "" ? { path: cut(path, maxNameChars) } : {}),
    ...(cause === undefined || cause === null || causes >= maxCauses
      ? {}
      : { cause: toErrorData(cause, urls, causes + 1) }),
  };
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
