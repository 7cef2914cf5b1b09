// For tests only: a component with nothing but defaults.

import type { ComponentKind, ComponentSpec } from "./app-spec.ts";
import { toComponent } from "./component-declaration.ts";

export function testComponent(kind: ComponentKind, changes: Partial<ComponentSpec> = {}): ComponentSpec {
  const declaration = { kind, options: {}, initial: null, stack: undefined };
  return { id: 0, ...toComponent(declaration, "it", { label: "it", interactive: true }), ...changes };
}
