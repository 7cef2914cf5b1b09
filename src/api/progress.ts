// gr.Progress

import type { ProgressLevel } from "../protocol/progress.ts";
import { describeValue } from "../spec/describe-value.ts";
import { readOptions } from "./read-options.ts";
import { currentPort } from "./port.ts";

export interface ProgressOptions {
  /** Whether loops that other libraries track are shown too. Accepted because Gradio has it; there are none here. */
  trackTqdm?: boolean;
}

export interface ProgressText {
  /** What is being done. Default: nothing. Gradio's `desc`. */
  desc?: string | null;
  /** How many steps there are, where that cannot be seen from the iterable. Default: unknown. */
  total?: number | null;
  /** What a step is. Default: "steps". */
  unit?: string;
}

/** Says how far the call is: call it, or let it count the steps of a loop. */
export interface Progress {
  /**
   * Shows how far the call is, until it says so again or ends.
   *
   * @param progress A fraction from 0 to 1, or `[done, total]` in steps (total null or left out: unknown), or null for no bar.
   * @param options What is being done, as a text or as options.
   * @throws TypeError for anything else.
   * @example progress(0.3, { desc: "Loading" }); progress([3, 10], { unit: "files" });
   */
  (progress: number | readonly [done: number, total?: number | null] | null, options?: string | ProgressText): void;
  /**
   * Walks through an iterable and shows how far it is. Loops may stand inside one another: each is shown.
   *
   * @returns The same values, in the same order.
   * @example for (const word of progress.tqdm(words, { desc: "Reading" })) read(word);
   */
  tqdm<T>(iterable: Iterable<T>, options?: string | ProgressText): Iterable<T>;
  /** @example for await (const line of progress.tqdm(lines)) read(line); */
  tqdm<T>(iterable: AsyncIterable<T>, options?: string | ProgressText): AsyncIterable<T>;
}

/**
 * Shows how far a call is: a bar over its outputs, with what is being done.
 *
 * As the last parameter's default (`progress = gr.Progress()`) it is the current call's; no input belongs to it. Saying so
 * often costs next to nothing: the page is told at most twenty times a second.
 *
 * @param options Default: none.
 * @returns A function that shows progress; `progress.tqdm(iterable)` counts the steps of a loop.
 * @example
 * async function load(count: number, progress = gr.Progress()) {
 *   progress(0, { desc: "Starting" });
 *   for (const i of progress.tqdm(Array.from({ length: count }).keys())) await step(i);
 * }
 */
export function Progress(options?: ProgressOptions): Progress {
  readOptions("gr.Progress", options, { names: ["trackTqdm"] });
  const call = currentPort()?.call() ?? null;
  /** Of the loops that are under way, the outermost first. */
  const loops: Loop[] = [];
  const report = (...last: readonly ProgressLevel[]) =>
    (call ?? currentPort()?.call())?.progress([...loops.map(({ level }) => ({ ...level })), ...last]);

  function progress(value: unknown, text?: unknown): void {
    const { total, ...rest } = readText("progress", text);
    report({ ...readProgress(value, total), ...rest });
  }

  function tqdm(iterable: unknown, text?: unknown): unknown {
    const { total, unit, description } = readText("progress.tqdm", text);
    const level = { index: 0, length: lengthOf(iterable) ?? total, unit, fraction: null, description };
    if (isIterable(iterable)) return follow(iterable, { level }, loops, report);
    if (isAsyncIterable(iterable)) return followAsync(iterable, { level }, loops, report);
    throw new TypeError(`progress.tqdm takes a list or another iterable, but this is ${describeValue(iterable)}`);
  }

  return Object.assign(progress, { tqdm }) as Progress;
}

interface Loop {
  readonly level: { index: number } & Omit<ProgressLevel, "index">;
}

function* follow(iterable: Iterable<unknown>, loop: Loop, loops: Loop[], report: () => void): Iterable<unknown> {
  loops.push(loop);
  try {
    report();
    for (const item of iterable) {
      yield item;
      loop.level.index += 1;
      report();
    }
  } finally {
    loops.splice(loops.indexOf(loop), 1);
  }
}

async function* followAsync(
  iterable: AsyncIterable<unknown>,
  loop: Loop,
  loops: Loop[],
  report: () => void,
): AsyncIterable<unknown> {
  loops.push(loop);
  try {
    report();
    for await (const item of iterable) {
      yield item;
      loop.level.index += 1;
      report();
    }
  } finally {
    loops.splice(loops.indexOf(loop), 1);
  }
}

function readProgress(value: unknown, total: number | null): Pick<ProgressLevel, "index" | "length" | "fraction"> {
  if (value === null) return { index: null, length: null, fraction: null };
  // A share of nothing (0 / 0) is no reason to end what may have run for long.
  if (typeof value === "number") return { index: null, length: total, fraction: Number.isNaN(value) ? null : value };
  if (Array.isArray(value) && value.length <= 2) {
    const [index, length = total]: unknown[] = value;
    if (typeof index === "number" && (length === null || typeof length === "number")) {
      return { index, length, fraction: null };
    }
  }
  throw new TypeError(
    `progress takes a fraction from 0 to 1, [done, total] or null, but this is ${describeValue(value)}`,
  );
}

function readText(name: string, text: unknown): Pick<ProgressLevel, "description" | "unit"> & { total: number | null } {
  const options = typeof text === "string" ? { desc: text } : text;
  const { desc, total, unit } = readOptions(name, options, {
    names: ["desc", "total", "unit"],
    renamed: { description: "desc" },
  });
  return {
    description: desc === undefined || desc === null ? null : String(desc),
    total: typeof total === "number" ? total : null,
    unit: typeof unit === "string" ? unit : "steps",
  };
}

function lengthOf(iterable: unknown): number | null {
  if (typeof iterable === "string") return iterable.length;
  if (typeof iterable !== "object" || iterable === null) return null;
  const length: unknown = Reflect.get(iterable, "length") ?? Reflect.get(iterable, "size");
  return typeof length === "number" ? length : null;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return value !== undefined && value !== null && typeof Reflect.get(Object(value), Symbol.iterator) === "function";
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return (
    value !== undefined && value !== null && typeof Reflect.get(Object(value), Symbol.asyncIterator) === "function"
  );
}
