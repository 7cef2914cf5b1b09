// Makes components, and finds again what was declared with one.

import type { ComponentKind } from "../spec/app-spec.ts";
import { declareComponent, type ComponentDeclaration } from "../spec/component-declaration.ts";
import { componentKinds } from "../spec/component-kinds.ts";
import type { EventName } from "../spec/event-name.ts";
import type { Component } from "./component.ts";
import { listen } from "./listen.ts";

/** An instance and no plain object, which a variable outside the function would share as data. */
class DeclaredComponent {}

const declarations = new WeakMap<object, ComponentDeclaration>();
const classes = new Map<ComponentKind, typeof DeclaredComponent>();

export function createComponent<Taken, Shown, Events extends EventName>(
  kind: ComponentKind,
  first: unknown,
  options: unknown,
): Component<Taken, Shown, Events> {
  const component = Object.freeze(new (classOf(kind))());
  declarations.set(component, declareComponent(kind, first, options));
  return component as Component<Taken, Shown, Events>;
}

/** What was declared with a component, or undefined for anything else. */
export function componentDeclaration(component: unknown): ComponentDeclaration | undefined {
  return typeof component === "object" && component !== null ? declarations.get(component) : undefined;
}

/** With a method for each of the kind's events. */
function classOf(kind: ComponentKind): typeof DeclaredComponent {
  const known = classes.get(kind);
  if (known) return known;
  const made = class extends DeclaredComponent {};
  const { events } = componentKinds[kind];
  for (const event of events) {
    Object.defineProperty(made.prototype, event, {
      value(this: object, ...args: readonly unknown[]) {
        return listen(this, event, args);
      },
    });
  }
  classes.set(kind, made);
  return made;
}
