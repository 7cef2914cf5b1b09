// What a card says once a call is over: the facts of one that ended by itself or by Stop, the error of one that failed, and
// what became of its changes.

import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import type { AppError, LastCall } from "../model.ts";
import { endedError, messageOf } from "./call-errors.ts";
import { toAppError } from "./problems.ts";
import type { CallResult } from "./run-call.ts";
import type { Loaded } from "./user-worker.ts";

export interface CallEnd {
  readonly error?: AppError;
  /** null: the facts of the call before are no longer to be shown. */
  readonly last?: LastCall | null;
}

interface Call {
  readonly event: EventSpec;
  readonly sinceMs: number;
  readonly phase: "queued" | "running" | "answered";
}

export function toCallEnd({ event, sinceMs, phase }: Call, { app, program }: Loaded, result: CallResult): CallEnd {
  const undone = phase === "queued" ? "" : undoneText(event, app);
  const fn = event.name;
  // Clear leaves nothing of the call before it.
  const facts = (last: Omit<LastCall, "fn">) => ({ last: event.action.kind === "call" ? { fn, ...last } : null });
  const stopped = () => facts({ durationMs: Date.now() - sinceMs, version: null, stopped: undone });
  switch (result.kind) {
    case "done":
      return facts({ durationMs: result.durationMs, version: result.version, stopped: null });
    case "threw":
      return { error: { ...toAppError(fn, result.error, program), after: undone } };
    case "ended":
      return result.reason === "ended" ? stopped() : { error: endedError(fn, result.reason) };
    case "refused":
      return { error: { title: `${fn} was not saved`, message: messageOf(result.error), range: null } };
    case "stopped":
      return stopped();
  }
}

/** What became of what a call had changed that did not come to its end; "" if it cannot have changed anything. */
function undoneText({ action, outputs }: EventSpec, { components }: AppSpec): string {
  if (action.kind !== "call") return "";
  if (!action.writes && outputs.every((id) => components[id]?.kind !== "state")) return "";
  return action.generator ? "What it changed after its last yield was undone." : "What it changed was undone.";
}
