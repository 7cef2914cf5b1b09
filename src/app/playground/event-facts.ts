// What the app says of an event's calls: whether they take the lock, yield, or can change anything at all.

import type { AppSpec, EventSpec } from "../../spec/app-spec.ts";

export function writes(event: EventSpec): boolean {
  return event.action.kind === "call" && event.action.writes;
}

/** It needs no State and does not yield. */
export function isSimple(event: EventSpec, { components }: AppSpec): boolean {
  const used = [...event.inputs, ...event.outputs];
  return event.action.kind === "call" && !isGenerator(event) && used.every((id) => components[id]?.kind !== "state");
}

export function isGenerator(event: EventSpec): boolean {
  return event.action.kind === "call" && event.action.generator;
}

/** What became of what a call had changed that did not come to its end; "" if it cannot have changed anything. */
export function undoneText({ action, outputs }: EventSpec, { components }: AppSpec): string {
  if (action.kind !== "call") return "";
  if (!action.writes && outputs.every((id) => components[id]?.kind !== "state")) return "";
  return action.generator ? "What it changed after its last yield was undone." : "What it changed was undone.";
}
