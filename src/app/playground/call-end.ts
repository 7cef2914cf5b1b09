// What a card says once a call is over: the facts of one that ended by itself or by Stop, the error of one that failed, and
// what became of its changes.

import type { ComponentSpec, EventSpec } from "../../spec/app-spec.ts";
import type { AppError, LastCall } from "../model.ts";
import { callError } from "./call-errors.ts";
import type { CallResult } from "./run-call.ts";
import type { Loaded } from "./user-worker.ts";

export interface CallEnd {
  readonly error: AppError | null;
  /** null: the facts of the call before are no longer to be shown. undefined: they stay. */
  readonly last: LastCall | null | undefined;
}

interface Call {
  readonly event: EventSpec;
  readonly sinceMs: number;
  readonly phase: "queued" | "running" | "answered";
  readonly kept: readonly unknown[] | null;
}

interface Place extends Pick<Loaded, "program" | "network"> {
  component(id: number): ComponentSpec | undefined;
}

export function toCallEnd(call: Call, { component, program, network }: Place, result: CallResult): CallEnd {
  const began = call.phase !== "queued";
  const undone = began ? undoneText(call.event, component) : "";
  const error = callError({ fn: call.event.name, began, after: undone }, result, { ...program, allowed: network });
  return {
    error,
    last: error ? undefined : toLast(call, result, undone),
  };
}

function toLast({ event, sinceMs, kept }: Call, result: CallResult, undone: string): LastCall | null {
  // Clear leaves nothing of the call before it.
  if (event.action.kind !== "call") return null;
  const fn = event.name;
  if (result.kind === "done") {
    return { fn, durationMs: result.durationMs, version: result.version, stopped: null, cached: kept !== null };
  }
  return { fn, durationMs: Date.now() - sinceMs, version: null, stopped: undone };
}

/** What became of what a call had changed that did not come to its end; "" if it cannot have changed anything. */
function undoneText({ action, outputs }: EventSpec, component: Place["component"]): string {
  if (action.kind !== "call") return "";
  if (!action.writes && outputs.every((id) => component(id)?.kind !== "state")) return "";
  return action.generator ? "What it changed after its last yield was undone." : "What it changed was undone.";
}
