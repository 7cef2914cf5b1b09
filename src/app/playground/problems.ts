// Turns what went wrong into words at a place of the source: compiled positions become the person's own.

import { toSourcePosition } from "../../compiler/positions.ts";
import type { CompiledModule, Diagnostic, SourceRange } from "../../protocol/compiled.ts";
import type { ErrorData } from "../../protocol/runtime.ts";
import type { AppError, Problem } from "../model.ts";

export function fromDiagnostic(diagnostic: Diagnostic): Problem {
  return { stage: "compile", ...diagnostic };
}

export function fromError(stage: "load" | "call", error: ErrorData, program: CompiledModule): Problem {
  return {
    stage,
    severity: "error",
    code: error.name,
    message: describeError(error),
    range: findRange(error, program),
  };
}

export function toAppError(title: string, error: ErrorData, program: CompiledModule): AppError {
  return { title, message: describeError(error), range: findRange(error, program) };
}

/** `Error` says nothing that the message does not; other names do. */
function describeError(error: ErrorData): string {
  const named = error.name === "Error" || error.name === "DeclarationError" || error.message.startsWith(error.name);
  const text = named ? error.message || error.name : `${error.name}: ${error.message}`;
  return error.cause ? `${text}\nbecause of: ${describeError(error.cause)}` : text;
}

/** The place that a declaration's mistake names, else the innermost of the person's frames. */
function findRange(error: ErrorData, program: CompiledModule): SourceRange | null {
  for (let path = error.path; path !== undefined; path = parentPath(path)) {
    const place = program.places.find(([name]) => name === path);
    if (place) return place[1];
  }
  const frame = error.frames[0];
  return frame ? frameRange(frame, program) : null;
}

export function frameRange(
  frame: { readonly line: number; readonly column: number },
  program: CompiledModule,
): SourceRange {
  const { line, column } = toSourcePosition(program.insertions, frame.line, frame.column);
  return { line, column, endLine: line, endColumn: column + 1 };
}

/** "inputs[2].max" → "inputs[2]" → "inputs" → "" → none. */
function parentPath(path: string): string | undefined {
  if (path === "") return undefined;
  return path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
}
