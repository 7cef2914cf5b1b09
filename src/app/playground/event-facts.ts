// What the app says of an event's calls: what they may do to the room, whether they yield, whether they are simple.

import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import { isKept } from "../../spec/kept-kind.ts";
import type { CallOptions } from "./run-call.ts";

export function grantOf({ action }: EventSpec): CallOptions["grant"] {
  if (action.kind !== "call" || !action.writes) return "none";
  return action.concurrencyLimit === 1 ? "write" : "beside";
}

export function isSimple(event: EventSpec, { components }: AppSpec): boolean {
  const used = [...event.inputs, ...event.outputs];
  return (
    event.action.kind === "call" && !isGenerator(event) && used.every((id) => !isKept(components[id]?.kind ?? "state"))
  );
}

/** Keys of the browser's state that its inputs and outputs stand for. */
export function browserKeys({ inputs, outputs, action }: EventSpec, { components }: AppSpec): string[] {
  if (action.kind !== "call") return [];
  const used = [...inputs, ...outputs].flatMap((id) => components[id] ?? []);
  return [
    ...new Set(used.flatMap(({ kind, props }) => (kind === "browserstate" ? [String(props["storageKey"])] : []))),
  ];
}

export function isGenerator(event: EventSpec): boolean {
  return event.action.kind === "call" && event.action.generator;
}
