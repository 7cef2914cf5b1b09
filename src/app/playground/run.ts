// One run of an event: what triggered it, with which values it began, and how far it is.

import { randomId } from "../../base/random-id.ts";
import type { EventSpec } from "../../spec/app-spec.ts";
import type { CallStatus } from "../model.ts";
import type { Pulse } from "./pulse.ts";
import type { Loaded } from "./user-worker.ts";

export interface Run {
  readonly id: string;
  readonly index: number;
  readonly event: EventSpec;
  readonly trigger: Trigger;
  /** As they were when it began, in the order of the event's inputs. */
  readonly inputs: readonly unknown[];
  /** By component: what it found in its inputs, or has put there since. */
  readonly held: Map<number, unknown>;
  /** What came of the same call before, if that is kept. */
  kept: readonly unknown[] | null;
  readonly abort: AbortController;
  readonly sinceMs: number;
  /** Settles when it has ended, whatever became of it. */
  done: Promise<void>;
  phase: "queued" | "running" | "answered";
  /** The worker that it runs in, from when it has one. */
  loaded: Loaded | null;
  /** Of its worker, from when it runs. */
  pulse: Pulse | null;
  /** The user was refreshed or closed, or the app was replaced: what it still shows is nobody's. */
  left: boolean;
  status: CallStatus | null;
}

/** One that waits for its turn. */
export function createRun(of: Pick<Run, "index" | "event" | "trigger" | "inputs">): Run {
  return {
    id: randomId(),
    ...of,
    held: new Map(of.event.inputs.map((id, i) => [id, of.inputs[i]])),
    kept: null,
    abort: new AbortController(),
    sinceMs: Date.now(),
    done: Promise.resolve(),
    phase: "queued",
    loaded: null,
    pulse: null,
    left: false,
    status: null,
  };
}

export interface Trigger {
  /** Whether a person did something, if only by what that led to. */
  readonly byPerson: boolean;
  /** The component that it happened to. */
  readonly target: number | null;
  /** What is known of it. */
  readonly data: unknown;
  /** The run whose outputs made it happen. */
  readonly cause: Cause | null;
}

export interface Cause {
  readonly event: number;
  /** The component that changed; null: the event followed another. */
  readonly component: number | null;
  readonly before: Cause | null;
}

/** More often than that no event leads to itself that ever comes to an end. */
const maxTimes = 20;

/** The components through which an event has led to itself again and again, in order; null if it may come to an end. */
export function cycleOf(event: number, cause: Cause | null): readonly number[] | null {
  let times = 0;
  const cycle: number[] = [];
  for (let each = cause; each; each = each.before) {
    if (times === 0 && each.component !== null) cycle.unshift(each.component);
    if (each.event === event && ++times > maxTimes) return cycle;
  }
  return null;
}

/** Programs do something of their own accord: nobody has to be told what is wrong with what they do it with. */
export const byItself: Trigger = { byPerson: false, target: null, data: null, cause: null };

/** What is always going on, such as a Timer's ticks, keeps nobody waiting. */
export function isSeen({ event, trigger }: Run): boolean {
  return trigger.byPerson || event.showProgress !== "hidden";
}

/** Settles when it is let go. */
export function hasAborted({ abort: { signal } }: Run): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/** The run that began last among those that are wanted, and what is said of it. */
export function latest(
  status: ReadonlyMap<Run, CallStatus>,
  wanted: (run: Run) => boolean,
): readonly [Run, CallStatus] | null {
  return [...status].findLast(([run]) => wanted(run)) ?? null;
}
