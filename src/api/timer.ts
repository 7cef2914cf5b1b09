// gr.Timer

import type { Component } from "./component.ts";
import { createComponent } from "./create-component.ts";

export interface TimerOptions {
  /** Seconds between two ticks. Default: 1. */
  value?: number;
  /** Whether it ticks. Default: true. */
  active?: boolean;
}

/**
 * Ticks, and nothing is seen of it: `timer.tick({ fn, outputs })`, or `every` of a component whose value is a function.
 *
 * As an input, the function receives the seconds between two ticks. As an output, a number changes them, and
 * `gr.Timer({ active: false })` stops it.
 *
 * @param value Seconds between two ticks; or the options.
 * @param options See there.
 * @example gr.Timer(2).tick({ fn: () => new Date().toLocaleTimeString(), outputs: clock })
 */
export function Timer(
  value?: number | TimerOptions,
  options?: TimerOptions,
): Component<number, number | null, "tick" | "change"> {
  return createComponent("timer", value, options);
}
