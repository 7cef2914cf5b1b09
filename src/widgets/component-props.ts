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

export function flagProp(component: ComponentSpec, name: string): boolean {
  return component.props[name] === true;
}

/** Whether a list names something, such as one of the component's buttons. */
export function hasButton(component: ComponentSpec, name: string): boolean {
  const list = component.props["buttons"];
  return Array.isArray(list) && list.includes(name);
}

/** A height as CSS has it; undefined: as it comes. */
export function sizeProp(component: ComponentSpec, name: string): string | undefined {
  const value = component.props[name];
  return typeof value === "number" ? `${value}px` : typeof value === "string" ? value : undefined;
}

/** Whether what is in it may be higher than it is: then it must be reached by keyboard. */
export function scrolls(component: ComponentSpec): boolean {
  return sizeProp(component, "height") !== undefined || sizeProp(component, "maxHeight") !== undefined;
}

/** The texts of a list. */
export function textListProp(component: ComponentSpec, name: string): readonly string[] {
  const value = component.props[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
