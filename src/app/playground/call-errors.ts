// What a card says when a call did not end by itself.

import type { EndReason } from "../../sandbox/sandbox-worker.ts";
import type { AppError } from "../model.ts";

/** The worker ended under a call. */
export function endedError(fn: string, reason: EndReason): AppError {
  return reason === "crashed"
    ? {
        title: `${fn} ran out of memory or crashed`,
        message: "Its worker died and was started again. State keeps what was last committed.",
        range: null,
      }
    : {
        title: `${fn} was ended`,
        message: "It sent more, or other, messages than an app may. State keeps what was last committed.",
        range: null,
      };
}

/** The worker ended while nothing was called. */
export function idleEndError(reason: EndReason): AppError {
  return {
    title: reason === "crashed" ? "The worker ran out of memory or crashed" : "The worker was ended",
    message: `This happened while nothing was called${reason === "crashed" ? "" : ": it sent more, or other, messages than an app may"}. The next press starts it again.`,
    range: null,
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "Something went wrong that has no name.";
}
