// Turns what went wrong into words at a place of the source: compiled positions become the person's own.

import { toSourcePosition } from "../../compiler/positions.ts";
import type { CompiledModule, Diagnostic, SourceRange } from "../../protocol/compiled.ts";
import type { ErrorData } from "../../protocol/runtime.ts";
import type { AppError, Problem } from "../model.ts";
import type { HintProgram } from "./error-hint.ts";
import { lateHint } from "./late-hints.ts";

export function fromDiagnostic(diagnostic: Diagnostic): Problem {
  return { stage: "compile", ...diagnostic };
}

/** What it takes to find a place in the person's source. */
export type Places = Pick<CompiledModule, "insertions" | "places"> & HintProgram;

export function fromError(stage: "load" | "call", error: ErrorData, program: Places): Problem {
  return {
    stage,
    severity: "error",
    code: error.name,
    // Its hint may come a moment later.
    get message() {
      return describeError(error, program);
    },
    range: findRange(error, program),
  };
}

/** `after`: what became of what the call had changed. */
export function toAppError(fn: string, error: ErrorData, program: Places, after: string): AppError {
  const { notice } = error;
  if (notice) {
    const range = notice.isProblem ? findRange(error, program) : null;
    return { title: notice.title, message: notice.visible ? error.message : "", rich: true, range, after };
  }
  const title = error.name === "OutputError" ? `What ${fn} returned cannot be shown` : `${fn} threw an error`;
  return {
    title,
    get message() {
      return describeError(error, program);
    },
    range: findRange(error, program),
    after,
  };
}

/** Names of ours, and `Error`, say nothing that the message does not. */
const silentNames: ReadonlySet<string> = new Set(["Error", "DeclarationError", "OutputError", "PackageError"]);

function describeError(error: ErrorData, program: Places): string {
  const named = silentNames.has(error.name) || error.message.startsWith(error.name);
  const words = named ? error.message || error.name : `${error.name}: ${error.message}`;
  const hint = lateHint(error, program);
  const text = hint === "" ? words : `${words.replace(/\.$/, "")}. ${hint}`;
  return error.cause ? `${text}\nbecause of: ${describeError(error.cause, program)}` : text;
}

/** The place that a declaration's mistake names, else the innermost of the person's frames, else that of the whole app. */
function findRange(error: ErrorData, { places, ...program }: Places): SourceRange | null {
  const placeOf = (path: string): SourceRange | null => places.find(([name]) => name === path)?.[1] ?? null;
  // What stands in a Blocks is not found by its path from the app, but where it was declared.
  const start = error.path?.startsWith("gr.") ? "" : (error.path ?? "");
  for (let path = start; path !== ""; path = parentPath(path)) {
    const place = placeOf(path);
    if (place) return place;
  }
  const frame = error.frames[0];
  if (frame) return frameRange(frame, program);
  return error.path === undefined ? null : placeOf("");
}

/** A frame names a place without an extent: the range is empty, and the editor marks what stands there. */
export function frameRange(
  frame: { readonly line: number; readonly column: number },
  program: Pick<CompiledModule, "insertions">,
): SourceRange {
  const { line, column } = toSourcePosition(program.insertions, frame.line, frame.column);
  return { line, column, endLine: line, endColumn: column };
}

/** "inputs[2].max" → "inputs[2]" → "inputs" → "". */
function parentPath(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
}
