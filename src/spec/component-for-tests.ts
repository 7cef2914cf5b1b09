// For tests only: components and events with nothing but defaults.

import type { ComponentKind, ComponentSpec, EventAction, EventSpec } from "./app-spec.ts";
import { toComponent } from "./component-declaration.ts";

export function testComponent(kind: ComponentKind, changes: Partial<ComponentSpec> = {}): ComponentSpec {
  const declaration = { kind, options: {}, initial: null, declaredAt: null };
  return { id: 0, ...toComponent(declaration, "it", { label: "it", interactive: true }), ...changes };
}

export const testCall: Extract<EventAction, { readonly kind: "call" }> = {
  kind: "call",
  writes: false,
  generator: false,
  concurrencyLimit: "default",
  concurrencyId: null,
  anywhere: false,
  validates: false,
  keeps: false,
  renders: null,
};

export function testEvent(changes: Partial<EventSpec> = {}): EventSpec {
  return {
    name: "f",
    triggers: [],
    inputs: [],
    outputs: [],
    action: testCall,
    mode: "once",
    restMs: 0,
    showProgress: "full",
    cancels: [],
    apiName: null,
    parameters: [],
    whileRunning: { hide: [], show: [] },
    ...changes,
  };
}
