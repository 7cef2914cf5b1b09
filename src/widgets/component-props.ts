// Reads a component's parameters by type: they come from the sandbox, so a wrong one counts as absent.

import type { ComponentSpec } from "../spec/app-spec.ts";

export function textProp(component: ComponentSpec, name: string): string {
  const value = component.props[name];
  return typeof value === "string" ? value : "";
}

export function numberProp(component: ComponentSpec, name: string): number | null {
  const value = component.props[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
