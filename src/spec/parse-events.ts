// Checks the events of a worker's spec: who triggers what, with which components.

import type { EventAction, EventSpec, EventTrigger } from "./app-spec.ts";
import { type ConcurrencyLimit, isConcurrencyLimit, maxConcurrency } from "./concurrency-limit.ts";
import { usualCall, usualEvent } from "./event-defaults.ts";
import { isEventName } from "./event-name.ts";
import { fail, isRecord, parseChoice, parseFlag, parseIndex, parseList, parseText } from "./parse-value.ts";

const limits = { restMs: 60_000, rows: 10_000, events: 4000, components: 4000, nameChars: 1000, slots: 10_000 };

/** `components`: how many there are. `first`: the number of the first event. */
export function parseEvents(value: unknown, components: number, first = 0): EventSpec[] {
  const events = first + (Array.isArray(value) ? value.length : 0);
  return parseList(value, "app.events", limits.events, (item, path) => parseEvent(item, path, { components, events }));
}

interface Ends {
  readonly components: number;
  readonly events: number;
}

/** What it leaves out is as usual. */
function parseEvent(given: unknown, path: string, ends: Ends): EventSpec {
  if (!isRecord(given)) return fail(path, "an object");
  const value: Readonly<Record<string, unknown>> = { ...usualEvent, ...given };
  const whileRunning = value["whileRunning"];
  if (!isRecord(whileRunning)) return fail(`${path}.whileRunning`, "an object");
  const ids = (list: unknown, listPath: string) =>
    parseList(list, listPath, limits.components, (id, idPath) => parseIndex(id, idPath, ends.components));
  return {
    name: parseText(value["name"], `${path}.name`, limits.nameChars),
    triggers: parseList(value["triggers"], `${path}.triggers`, limits.components, (trigger, triggerPath) =>
      parseTrigger(trigger, triggerPath, ends),
    ),
    inputs: ids(value["inputs"], `${path}.inputs`),
    outputs: ids(value["outputs"], `${path}.outputs`),
    action: parseAction(value["action"], `${path}.action`, ends),
    mode: parseChoice(value["mode"], `${path}.mode`, ["once", "multiple", "always_last"]),
    restMs: parseIndex(value["restMs"], `${path}.restMs`, limits.restMs),
    showProgress: parseChoice(value["showProgress"], `${path}.showProgress`, ["full", "minimal", "hidden"]),
    cancels: parseList(value["cancels"], `${path}.cancels`, limits.events, (event, eventPath) =>
      parseIndex(event, eventPath, ends.events),
    ),
    apiName: parseOptionalText(value["apiName"], `${path}.apiName`),
    parameters: parseList(value["parameters"], `${path}.parameters`, limits.components, parseOptionalText),
    whileRunning: {
      hide: ids(whileRunning["hide"], `${path}.whileRunning.hide`),
      show: ids(whileRunning["show"], `${path}.whileRunning.show`),
    },
  };
}

function parseTrigger(value: unknown, path: string, ends: Ends): EventTrigger {
  if (!isRecord(value)) return fail(path, "an object");
  const { kind, event } = value;
  switch (kind) {
    case "component":
      if (!isEventName(event)) return fail(`${path}.event`, "a known event");
      return { kind, component: parseIndex(value["component"], `${path}.component`, ends.components), event };
    case "load":
    case "unload":
      return { kind };
    case "shared":
      return { kind, slots: parseSlots(value["slots"], `${path}.slots`) };
    case "then":
    case "success":
    case "failure":
      return { kind, after: parseIndex(value["after"], `${path}.after`, ends.events) };
    default:
      return fail(`${path}.kind`, "a known trigger");
  }
}

function parseLimit(value: unknown, path: string): ConcurrencyLimit {
  if (value === null || value === "default" || isConcurrencyLimit(value)) return value;
  return fail(path, `null, "default" or a whole number from 1 to ${maxConcurrency}`);
}

function parseSlots(value: unknown, path: string): string[] | null {
  if (value === null) return null;
  return parseList(value, path, limits.slots, (key, keyPath) => parseText(key, keyPath, 2000));
}

function parseOptionalText(value: unknown, path: string): string | null {
  return value === null ? null : parseText(value, path, limits.nameChars);
}

function parseCall(given: Readonly<Record<string, unknown>>, path: string, ends: Ends): EventAction {
  const value: Readonly<Record<string, unknown>> = { ...usualCall, ...given };
  return {
    kind: "call",
    writes: parseFlag(value["writes"], `${path}.writes`),
    generator: parseFlag(value["generator"], `${path}.generator`),
    concurrencyLimit: parseLimit(value["concurrencyLimit"], `${path}.concurrencyLimit`),
    concurrencyId: parseOptionalText(value["concurrencyId"], `${path}.concurrencyId`),
    anywhere: parseFlag(value["anywhere"], `${path}.anywhere`),
    validates: parseFlag(value["validates"], `${path}.validates`),
    keeps: parseFlag(value["keeps"], `${path}.keeps`),
    renders: value["renders"] === null ? null : parseIndex(value["renders"], `${path}.renders`, ends.components),
  };
}

function parseAction(value: unknown, path: string, ends: Ends): EventAction {
  if (!isRecord(value)) return fail(path, "an object");
  switch (value["kind"]) {
    case "call":
      return parseCall(value, path, ends);
    case "clear":
      return { kind: "clear" };
    case "fill":
      return {
        kind: "fill",
        dataset: parseIndex(value["dataset"], `${path}.dataset`, ends.components),
        remembers:
          value["remembers"] === null ? null : parseIndex(value["remembers"], `${path}.remembers`, ends.events),
        preload: value["preload"] === null ? null : parseIndex(value["preload"], `${path}.preload`, limits.rows),
      };
    case "flag":
      return {
        kind: "flag",
        option: parseOptionalText(value["option"], `${path}.option`),
        of: parseIndex(value["of"], `${path}.of`, ends.events),
      };
    case "none":
      return { kind: "none" };
  }
  return fail(`${path}.kind`, "a known action");
}
