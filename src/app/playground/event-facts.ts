// What the app says of an event's calls: what they may do to the room, whether they yield, whether they are simple.

import type { ComponentSpec, EventSpec } from "../../spec/app-spec.ts";
import { callsAtOnce } from "../../spec/concurrency-limit.ts";
import { isKept } from "../../spec/kept-kind.ts";
import type { CallOptions } from "./run-call.ts";

type Find = (id: number) => ComponentSpec | undefined;

export function grantOf(event: EventSpec): CallOptions["grant"] {
  const { action } = event;
  if (action.kind !== "call" || !action.writes) return "none";
  return runsAlone(event) ? "write" : "beside";
}

/** Whether its calls run one at a time. */
export function runsAlone({ action }: EventSpec): boolean {
  return action.kind !== "call" || callsAtOnce(action.concurrencyLimit) === 1;
}

/** How many of its calls may run at once, over all tabs; null: any number, or the room's lock sees to it. */
export function limitOverTabs({ action }: EventSpec): number | null {
  if (action.kind !== "call" || action.concurrencyLimit === "default") return null;
  const isLocked = action.concurrencyLimit === 1 && action.writes && action.concurrencyId === null;
  return isLocked ? null : action.concurrencyLimit;
}

export function isSimple(event: EventSpec, find: Find): boolean {
  if (event.action.kind !== "call" || isGenerator(event) || event.action.renders !== null) return false;
  return [...event.inputs, ...event.outputs].every((id) => !isKept(find(id)?.kind ?? "state"));
}

/** Whether its calls take turns with others of the same session. */
export function usesState(event: EventSpec, find: Find): boolean {
  if (event.action.kind === "call" && event.action.renders !== null) return true;
  return [...event.inputs, ...event.outputs].some((id) => find(id)?.kind === "state");
}

/** State among its outputs. */
export function statesOf(event: EventSpec, find: Find): number[] {
  return event.outputs.filter((id) => find(id)?.kind === "state");
}

/** Keys of the browser's state that its inputs and outputs stand for. */
export function browserKeys({ inputs, outputs, action }: EventSpec, find: Find): string[] {
  if (action.kind !== "call") return [];
  const used = [...inputs, ...outputs].flatMap((id) => find(id) ?? []);
  return [
    ...new Set(used.flatMap(({ kind, props }) => (kind === "browserstate" ? [String(props["storageKey"])] : []))),
  ];
}

export function isGenerator(event: EventSpec): boolean {
  return event.action.kind === "call" && event.action.generator;
}
