// Mistakes as the editor marks them, and as the rest of the page knows them.

import type { editor } from "monaco-editor/editor";
import type { Diagnostic } from "../protocol/compiled.ts";

/** MarkerSeverity's numbers; naming the enum itself would load Monaco wherever this file is read. */
const severities = { error: 8, warning: 4 } as const;

export function toMarker({ severity, code, message, range }: Diagnostic): editor.IMarkerData {
  return {
    severity: severities[severity],
    code,
    message,
    source: "Interstate",
    startLineNumber: range.line,
    startColumn: range.column,
    endLineNumber: range.endLine,
    endColumn: range.endColumn,
  };
}

/** Errors and warnings alone: hints (what is unused, what could be shorter) are no mistakes. */
export function toDiagnostics(markers: readonly editor.IMarker[]): Diagnostic[] {
  return markers.flatMap((marker) => {
    const severity = severityOf(marker);
    return severity ? [{ severity, code: codeOf(marker), message: marker.message, range: rangeOf(marker) }] : [];
  });
}

function severityOf({ severity }: editor.IMarker): Diagnostic["severity"] | null {
  if (severity === severities.error) return "error";
  return severity === severities.warning ? "warning" : null;
}

function codeOf({ code = "" }: editor.IMarker): string {
  return typeof code === "string" ? code : code.value;
}

function rangeOf(marker: editor.IMarker): Diagnostic["range"] {
  return {
    line: marker.startLineNumber,
    column: marker.startColumn,
    endLine: marker.endLineNumber,
    endColumn: marker.endColumn,
  };
}
