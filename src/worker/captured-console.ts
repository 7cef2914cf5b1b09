// The console that the person's code sees: every call becomes a line for the page's console.

import type { ConsoleData, FrameData } from "../protocol/runtime.ts";
import type { ConsoleBatches } from "./console-batches.ts";
import { consoleTable } from "./console-table.ts";
import { formatArguments } from "./console-format.ts";
import { inspect, lineLimits } from "./inspect.ts";

type Level = ConsoleData["level"];

export interface CapturedConsolePorts {
  readonly batches: ConsoleBatches;
  nowMs(): number;
  /** Wall clock, milliseconds since 1970. */
  timeMs(): number;
  /** Where in the module the call came from. */
  callSite(): FrameData | null;
  describeError(error: Error): string;
}

/**
 * In each interval so much time may go into making lines at once, as they were when they were logged. A flood goes on
 * lazily: only lines that are kept are made, from what the objects are by then.
 */
const budgetMs = 10;
const intervalMs = 50;

export function createCapturedConsole(ports: CapturedConsolePorts): Partial<Console> {
  const { batches, nowMs, timeMs, callSite, describeError } = ports;
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = "";
  let interval = -Infinity;
  let spentMs = 0;

  function log(level: Level, values: readonly unknown[], format = formatArguments): void {
    const start = nowMs();
    if (start - interval >= intervalMs) [interval, spentMs] = [start, 0];
    const [prefix, time] = [indent, timeMs()];
    const make = (frame: FrameData | null): ConsoleData => {
      const text = format(values, describeError);
      return { level, text: prefix === "" ? text : prefix + text.replaceAll("\n", `\n${prefix}`), frame, timeMs: time };
    };
    if (spentMs >= budgetMs) {
      batches.add(() => make(null));
      return;
    }
    batches.add(make(callSite()));
    spentMs += nowMs() - start;
  }

  const say =
    (level: Level) =>
    (...values: unknown[]) =>
      log(level, values);

  function group(...values: unknown[]): void {
    if (values.length > 0) log("log", values);
    if (indent.length < 40) indent += "  ";
  }

  function elapsed(label: unknown, values: readonly unknown[]): void {
    const name = toLabel(label);
    const start = timers.get(name);
    if (start === undefined) log("warn", [`Timer "${name}" does not exist`]);
    else log("log", [`${name}: ${(nowMs() - start).toFixed(3)} ms`, ...values]);
  }

  return {
    log: say("log"),
    info: say("info"),
    warn: say("warn"),
    error: say("error"),
    debug: say("debug"),
    trace: (...values) => log("log", ["Trace", ...values]),
    dir: (value) => log("log", [value], ([shown]) => inspect(shown, undefined, describeError)),
    dirxml: say("log"),
    table: (value) => log("log", [value], ([shown]) => consoleTable(shown) ?? inspect(shown)),
    assert(condition, ...values) {
      if (!condition) log("error", ["Assertion failed", ...values]);
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = indent.slice(2);
    },
    count(label) {
      const name = toLabel(label);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      log("log", [`${name}: ${counts.get(name)}`]);
    },
    countReset: (label) => void counts.delete(toLabel(label)),
    time: (label) => void timers.set(toLabel(label), nowMs()),
    timeLog: (label, ...values) => elapsed(label, values),
    timeEnd(label) {
      elapsed(label, []);
      timers.delete(toLabel(label));
    },
    // The console belongs to the page and to all users in it, so one worker does not clear it.
    clear() {},
  };
}

function toLabel(label: unknown): string {
  return label === undefined ? "default" : typeof label === "string" ? label.slice(0, 200) : inspect(label, lineLimits);
}
