// Makes components, and finds again what was declared with one.

import type { ComponentKind } from "../spec/app-spec.ts";
import { declareComponent, type ComponentDeclaration } from "../spec/component-declaration.ts";
import type { Component } from "./component.ts";

/** An instance and no plain object, which a variable outside the function would share as data. */
class DeclaredComponent {}

const declarations = new WeakMap<object, ComponentDeclaration>();

export function createComponent<Taken, Shown>(
  kind: ComponentKind,
  first: unknown,
  options: unknown,
): Component<Taken, Shown> {
  const component = Object.freeze(new DeclaredComponent());
  declarations.set(component, declareComponent(kind, first, options));
  return component as Component<Taken, Shown>;
}

/** What was declared with a component, or undefined for anything else. */
export function componentDeclaration(component: unknown): ComponentDeclaration | undefined {
  return typeof component === "object" && component !== null ? declarations.get(component) : undefined;
}
