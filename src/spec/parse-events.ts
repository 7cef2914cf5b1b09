// Checks the events of a worker's spec: who triggers what, with which components.

import type { EventAction, EventSpec, EventTrigger } from "./app-spec.ts";
import { type ConcurrencyLimit, isConcurrencyLimit, maxConcurrency } from "./concurrency-limit.ts";
import { usualCall, usualEvent } from "./event-defaults.ts";
import { isEventName } from "./event-name.ts";
import { fail, isRecord, parseChoice, parseFlag, parseIndex, parseList, parseText } from "./parse-value.ts";

const limits = { restMs: 60_000, rows: 10_000, events: 4000, components: 4000, nameChars: 1000, slots: 10_000 };

/** `components`: how many there are. `first`: the number of the first event. */
export function parseEvents(value: unknown, components: number, first = 0): EventSpec[] {
  const ends = { components, events: first + (Array.isArray(value) ? value.length : 0) };
  return parseList(value, "events", limits.events, (item) => parseEvent(item, ends));
}

interface Ends {
  readonly components: number;
  readonly events: number;
}

/** What it leaves out, most of it mostly, is as usual. */
function parseEvent(value: unknown, ends: Ends): EventSpec {
  if (!isRecord(value)) return fail("", "an object");
  const { restMs, showProgress, cancels, apiName, parameters, whileRunning } = value;
  return {
    name: parseText(value["name"], "name", limits.nameChars),
    triggers: parseList(value["triggers"], "triggers", limits.components, (trigger) => parseTrigger(trigger, ends)),
    inputs: parseIds(value["inputs"], "inputs", ends),
    outputs: parseIds(value["outputs"], "outputs", ends),
    action: parseAction(value["action"], "action", ends),
    mode: parseChoice(value["mode"], "mode", modes),
    restMs: restMs === undefined ? usualEvent.restMs : parseIndex(restMs, "restMs", limits.restMs),
    showProgress:
      showProgress === undefined ? usualEvent.showProgress : parseChoice(showProgress, "showProgress", progressKinds),
    cancels:
      cancels === undefined
        ? usualEvent.cancels
        : parseList(cancels, "cancels", limits.events, (event) => parseIndex(event, "", ends.events)),
    apiName: apiName === undefined ? usualEvent.apiName : parseOptionalText(apiName, "apiName"),
    parameters:
      parameters === undefined
        ? usualEvent.parameters
        : parseList(parameters, "parameters", limits.components, (name) => parseOptionalText(name, "")),
    whileRunning: whileRunning === undefined ? usualEvent.whileRunning : parseSwap(whileRunning, ends),
  };
}

const modes = ["once", "multiple", "always_last"] as const;
const progressKinds = ["full", "minimal", "hidden"] as const;

function parseIds(value: unknown, path: string, { components }: Ends): number[] {
  return parseList(value, path, limits.components, (id) => parseIndex(id, "", components));
}

function parseSwap(value: unknown, ends: Ends): EventSpec["whileRunning"] {
  if (!isRecord(value)) return fail("whileRunning", "an object");
  return {
    hide: parseIds(value["hide"], "whileRunning.hide", ends),
    show: parseIds(value["show"], "whileRunning.show", ends),
  };
}

function parseTrigger(value: unknown, ends: Ends): EventTrigger {
  if (Array.isArray(value)) return parseTrigger({ kind: "component", component: value[0], event: value[1] }, ends);
  if (!isRecord(value)) return fail("", "an object");
  const { kind, event } = value;
  switch (kind) {
    case "component":
      if (!isEventName(event)) return fail("event", "a known event");
      return { kind, component: parseIndex(value["component"], "component", ends.components), event };
    case "load":
    case "unload":
      return { kind };
    case "shared":
      return { kind, slots: parseSlots(value["slots"], "slots") };
    case "then":
    case "success":
    case "failure":
      return { kind, after: parseIndex(value["after"], "after", ends.events) };
    default:
      return fail("kind", "a known trigger");
  }
}

function parseLimit(value: unknown, path: string): ConcurrencyLimit {
  if (value === null || value === "default" || isConcurrencyLimit(value)) return value;
  return fail(path, `null, "default" or a whole number from 1 to ${maxConcurrency}`);
}

function parseSlots(value: unknown, path: string): string[] | null {
  if (value === null) return null;
  return parseList(value, path, limits.slots, (key) => parseText(key, "", 2000));
}

function parseOptionalText(value: unknown, path: string): string | null {
  return value === null ? null : parseText(value, path, limits.nameChars);
}

/** One that says nothing but that it is one. */
const plainCall: EventAction = { kind: "call", ...usualCall };

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
  if (value === undefined) return plainCall;
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
