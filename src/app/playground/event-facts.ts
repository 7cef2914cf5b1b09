// What the app says of an event's calls: what they may do to the room, whether they yield, whether they are simple.

import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";
import type { CallOptions } from "./run-call.ts";

export function grantOf({ action }: EventSpec): CallOptions["grant"] {
  if (action.kind !== "call" || !action.writes) return "none";
  return action.concurrencyLimit === 1 ? "write" : "beside";
}

export function isSimple(event: EventSpec, { components }: AppSpec): boolean {
  const used = [...event.inputs, ...event.outputs];
  return event.action.kind === "call" && !isGenerator(event) && used.every((id) => components[id]?.kind !== "state");
}

export function isGenerator(event: EventSpec): boolean {
  return event.action.kind === "call" && event.action.generator;
}
