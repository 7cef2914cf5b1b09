// What a card says when a call did not end by itself.

import type { EndReason } from "../../sandbox/sandbox-worker.ts";
import type { AppError } from "../model.ts";

/** The worker ended under a call. */
export function endedError(fn: string, reason: EndReason): AppError {
  const kept = "State keeps what was last committed.";
  switch (reason) {
    case "crashed":
      return {
        title: `${fn} ran out of memory or crashed`,
        message: `Its worker died and was started again. ${kept}`,
        range: null,
      };
    case "closed":
      return {
        title: `${fn} closed its own worker`,
        message: `The code called self.close(); another worker was started. ${kept}`,
        range: null,
      };
    case "ended":
    case "misbehaved":
      return {
        title: `${fn} was ended`,
        message: `It sent more, or other, messages than an app may. ${kept}`,
        range: null,
      };
  }
}

/** The worker ended while nothing was called. */
export function idleEndError(reason: EndReason): AppError {
  const next = "The next press starts it again.";
  switch (reason) {
    case "crashed":
      return {
        title: "The worker ran out of memory or crashed",
        message: `This happened while nothing was called. ${next}`,
        range: null,
      };
    case "closed":
      return {
        title: "The worker closed itself",
        message: `The code called self.close() while nothing was called. ${next}`,
        range: null,
      };
    case "ended":
    case "misbehaved":
      return {
        title: "The worker was ended",
        message: `This happened while nothing was called: it sent more, or other, messages than an app may. ${next}`,
        range: null,
      };
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "Something went wrong that has no name.";
}
