// Errors as text for the console: name and message, then the person's frames by line.

import type { ConsoleData, ErrorData } from "../protocol/runtime.ts";
import { toErrorData } from "./error-data.ts";
import { inspect } from "./inspect.ts";

export function errorText(error: unknown, urls: readonly string[]): string {
  return textOf(toErrorData(error, urls));
}

/** The console's line for an error that no code caught. */
export function describeUncaught(
  thrown: unknown,
  how: "error" | "rejection",
  { urls, timeMs }: { readonly urls: readonly string[]; readonly timeMs: number },
): ConsoleData {
  const data = toErrorData(thrown, urls);
  const what = thrown instanceof Error ? textOf(data) : typeof thrown === "string" ? thrown : inspect(thrown);
  const prefix = how === "error" ? "Uncaught" : "Uncaught (in promise)";
  return { level: "error", text: `${prefix} ${what}`.slice(0, 10_000), frame: data.frames[0] ?? null, timeMs };
}

function textOf({ name, message, frames, cause }: ErrorData): string {
  const head = message === "" ? name : `${name}: ${message}`;
  // Columns are those of the compiled text; lines are the same in the source.
  const lines = frames.map(({ fn, line }) => `\n    at ${fn === "" ? "" : `${fn}, `}line ${line}`);
  return `${head}${lines.join("")}${cause ? `\nCaused by ${textOf(cause)}` : ""}`;
}
