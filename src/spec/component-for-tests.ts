// For tests only: components and events with nothing but defaults.

import type { ComponentKind, ComponentSpec, EventAction, EventSpec } from "./app-spec.ts";
import { toComponent } from "./component-declaration.ts";
import { usualCall, usualEvent } from "./event-defaults.ts";

export function testComponent(kind: ComponentKind, changes: Partial<ComponentSpec> = {}): ComponentSpec {
  const declaration = { kind, options: {}, initial: null, declaredAt: null };
  return { id: 0, ...toComponent(declaration, "it", { label: "it", interactive: true }), ...changes };
}

export const testCall: Extract<EventAction, { readonly kind: "call" }> = {
  kind: "call",
  ...usualCall,
  writes: false,
};

export function testEvent(changes: Partial<EventSpec> = {}): EventSpec {
  return {
    name: "f",
    triggers: [],
    inputs: [],
    outputs: [],
    action: testCall,
    mode: "once",
    ...usualEvent,
    ...changes,
  };
}
