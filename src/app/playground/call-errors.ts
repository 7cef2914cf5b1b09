// What a card says when a call did not end well.

import { type EndReason, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { AppError } from "../model.ts";
import { type Places, toAppError } from "./problems.ts";
import type { CallResult } from "./run-call.ts";

interface EndedCall {
  readonly fn: string;
  /** It had its turn. */
  readonly began: boolean;
  /** What became of what it had changed, if it threw. */
  readonly after: string;
}

/** What to say of a call's outcome, or null if that speaks for itself. */
export function callError({ fn, began, after }: EndedCall, result: CallResult, program: Places): AppError | null {
  switch (result.kind) {
    case "threw":
      return toAppError(fn, result.error, program, after);
    case "ended":
      return result.reason === "ended" ? null : endedError(fn, result.reason);
    case "refused":
      if (!began) return didNotRun(fn, result.error);
      return { title: `${fn} was not saved`, message: messageOf(result.error), range: null };
    case "done":
    case "stopped":
      return null;
  }
}

export function didNotRun(fn: string, error: unknown): AppError {
  return { title: `${fn} did not run`, message: messageOf(error), range: null };
}

export const stoppedLoad: AppError = {
  title: "The app could not start",
  message:
    "Stopped before the module had finished loading. Does a loop at the top level of the code never end? The next press tries again.",
  range: null,
};

/** Listeners that trigger each other without end were stopped; `through`: labels of the components, in order. */
export function cycleError(fn: string, through: readonly string[]): AppError {
  const [first = "a component"] = through;
  const circle = [...new Set(through), first].map((label) => JSON.stringify(label)).join(" → ");
  return {
    title: "Listeners trigger each other without end",
    message: `${circle} goes round and round, so ${fn} was not called again. Listen to input instead of change where only a person's input counts, or return the same value when there is nothing to change.`,
    range: null,
  };
}

/** The worker ended under a call. */
function endedError(fn: string, reason: EndReason): AppError {
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

/** Any failure in words for people. */
export function messageOf(error: unknown): string {
  if (error instanceof WorkerEndedError) return endedText(error.reason);
  if (!(error instanceof Error)) return "Something went wrong that has no name.";
  return isMissingPart(error)
    ? "A part of Interstate that is needed for this could not be loaded. Check the connection, then try again."
    : error.message;
}

/** What `import()` rejects with, in the words of Chromium and Firefox, of Safari, and of Vite for a style sheet. */
function isMissingPart({ message }: Error): boolean {
  return /dynamically imported module|^Importing a module|^Unable to preload CSS/.test(message);
}

/** A worker ended before it had done what it was asked for. */
function endedText(reason: EndReason): string {
  switch (reason) {
    case "crashed":
      return "The worker ran out of memory or crashed.";
    case "closed":
      return "The code called self.close(), which ended its worker.";
    case "misbehaved":
      return "The worker was ended: it sent more, or other, messages than an app may.";
    case "ended":
      return "The worker was ended before it had finished.";
  }
}
