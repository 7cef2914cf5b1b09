// What is said of a call while it runs, in Gradio's words: "queue: 2/3", "processing | 1.4s", "Loading - 30.0%".

import type { ProgressLevel } from "../protocol/progress.ts";
import type { CallStatus } from "./model.ts";
import { detailText, stepsText } from "./progress-text.ts";

export function statusText(call: CallStatus): string {
  switch (call.kind) {
    case "queued":
      return `queue: ${call.position}/${call.length}`;
    case "running":
      return detailText(call.progress) || (call.yields > 0 ? "generating" : "processing");
    case "stopping":
      return "stopping";
  }
}

/** How long it has taken, and if it waits how long it may take: "3.1/12.0s". */
export function secondsText(call: CallStatus, nowMs: number): string {
  const waitedMs = nowMs - call.sinceMs;
  const waited = (waitedMs / 1000).toFixed(1);
  // Once it has taken longer than was thought, the guess helps nobody.
  const helps = call.kind === "queued" && call.etaMs !== null && call.etaMs > waitedMs;
  return helps ? `${waited}/${(call.etaMs / 1000).toFixed(1)}s` : `${waited}s`;
}

export function stepsOf(call: CallStatus): string {
  return stepsText(levelsOf(call));
}

export function levelsOf(call: CallStatus): readonly ProgressLevel[] {
  return call.kind === "running" ? call.progress : [];
}
