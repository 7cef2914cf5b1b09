// Listeners: `button.click({ fn, inputs, outputs })`, and `button.click` alone for `gr.on`.

import { DeclarationError } from "../spec/declaration-error.ts";
import type { EventName } from "../spec/event-name.ts";
import type { DeclaredTrigger } from "./blocks-context.ts";
import { currentBlocks } from "./current-blocks.ts";
import { componentDeclaration } from "./declared-components.ts";
import type { Dependency } from "./dependency.ts";

type Listening = (options: unknown) => Dependency;

const triggers = new WeakMap<Listening, DeclaredTrigger>();

/** A component's method for an event. */
export function eventOf(component: object, event: EventName): Listening {
  const declaration = componentDeclaration(component);
  const listening: Listening = (options) => {
    const context = currentBlocks();
    if (!context || !declaration) throw outside(event);
    return context.listenTo({ component, declaration, path: event, event }, options);
  };
  if (declaration) triggers.set(listening, { component, declaration, path: event, event });
  return listening;
}

/** Something that `gr.on` takes for a trigger, and that adds a listener when it is called. */
export function createTrigger(trigger: DeclaredTrigger, listening: Listening): Listening {
  triggers.set(listening, trigger);
  return listening;
}

/** What a method such as `button.click` stands for. */
export function triggerOf(value: unknown): DeclaredTrigger | undefined {
  return typeof value === "function" ? triggers.get(value as Listening) : undefined;
}

function outside(event: string): DeclarationError {
  const message = `${event}(…) adds a listener, which belongs into gr.Blocks(() => { … }): gr.Interface makes its own.`;
  return new DeclarationError("", message);
}
