// What an event does that does not say so itself.

import { type AppFunction, isGeneratorFunction } from "./app-declaration.ts";
import type { EventDeclaration } from "./app-builder.ts";
import type { EventSpec, EventTrigger } from "./app-spec.ts";

export function toAction(fn: AppFunction | null, action: EventDeclaration["action"]): EventSpec["action"] {
  if (action && "kind" in action) return action;
  if (!fn) return { kind: "none" };
  return {
    kind: "call",
    writes: true,
    generator: isGeneratorFunction(fn),
    concurrencyLimit: "default",
    concurrencyId: null,
    anywhere: false,
    validates: false,
    keeps: false,
    renders: null,
    ...action,
  };
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
