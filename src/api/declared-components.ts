// What was declared with a component, found again by the object that the person's code holds.

import type { ComponentDeclaration } from "../spec/component-declaration.ts";

/** An instance and no plain object, which a variable outside the function would share as data. */
export class DeclaredComponent {}

const declarations = new WeakMap<object, ComponentDeclaration>();

export function rememberComponent(component: DeclaredComponent, declaration: ComponentDeclaration): void {
  declarations.set(component, declaration);
}

/** What was declared with a component, or undefined for anything else. */
export function componentDeclaration(component: unknown): ComponentDeclaration | undefined {
  return typeof component === "object" && component !== null ? declarations.get(component) : undefined;
}
