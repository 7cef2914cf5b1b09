// What an event does that does not say so itself.

import { type AppFunction, isGeneratorFunction } from "./app-declaration.ts";
import type { EventDeclaration } from "./app-builder.ts";
import type { EventSpec, EventTrigger } from "./app-spec.ts";

type Call = Extract<EventSpec["action"], { readonly kind: "call" }>;

/** What an event is as far as it does not say so. */
export const usualEvent: Pick<
  EventSpec,
  "restMs" | "showProgress" | "cancels" | "apiName" | "parameters" | "whileRunning"
> = {
  restMs: 0,
  showProgress: "full",
  cancels: [],
  apiName: null,
  parameters: [],
  whileRunning: { hide: [], show: [] },
};

/** And what a call of its function is. */
export const usualCall: Omit<Call, "kind"> = {
  writes: true,
  generator: false,
  concurrencyLimit: "default",
  concurrencyId: null,
  anywhere: false,
  validates: false,
  keeps: false,
  renders: null,
};

export function toAction(fn: AppFunction | null, action: EventDeclaration["action"]): EventSpec["action"] {
  if (action && "kind" in action) return action;
  if (!fn) return { kind: "none" };
  return { kind: "call", ...usualCall, ...action, generator: action?.generator ?? isGeneratorFunction(fn) };
}

/**
 * Once, as in Gradio, unless every trigger tells of a value: then what was last is never lost. Gradio does so for change and
 * keyUp alone, and loses the last letter that is typed into an input listener.
 */
export function defaultMode(triggers: readonly EventTrigger[]): EventSpec["mode"] {
  const tells = ({ ...trigger }: EventTrigger) =>
    trigger.kind === "shared" ||
    (trigger.kind === "component" && ["change", "input", "keyUp", "release"].includes(trigger.event));
  return triggers.some(tells) && triggers.every((each) => each.kind === "load" || tells(each)) ? "always_last" : "once";
}
