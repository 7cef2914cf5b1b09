// Makes components.

import type { ComponentKind } from "../spec/app-spec.ts";
import { isFunction } from "../spec/app-declaration.ts";
import { declareComponent, type ComponentDeclaration, type DynamicValue } from "../spec/component-declaration.ts";
import { kindOf } from "../spec/component-kinds.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import type { EventName } from "../spec/event-name.ts";
import { isKept } from "../spec/kept-kind.ts";
import { currentBlocks } from "./current-blocks.ts";
import type { Component } from "./component.ts";
import { componentDeclaration, DeclaredComponent, rememberComponent } from "./declared-components.ts";
import { eventOf } from "./listen.ts";
import { readEvery, readUsed } from "./read-used.ts";

export { componentDeclaration } from "./declared-components.ts";

const classes = new Map<ComponentKind, typeof DeclaredComponent>();

export function createComponent<Taken, Shown, Events extends EventName>(
  kind: ComponentKind,
  first: unknown,
  options: unknown,
  methods: Readonly<Record<string, unknown>> = {},
  label?: string,
): Component<Taken, Shown, Events> {
  const declared = declareComponent(kind, first, options);
  const { declaration, renders } = withoutOwn(label === undefined ? declared : { ...declared, label });
  const component = componentOf(declaration, methods);
  if (renders) currentBlocks()?.place(component, declaration);
  return component as Component<Taken, Shown, Events>;
}

/** The object that stands for a declared component, with a method for each of the kind's events, and maybe others. */
export function componentOf(
  declaration: ComponentDeclaration,
  methods: Readonly<Record<string, unknown>> = {},
): DeclaredComponent {
  const component = Object.freeze(Object.assign(new (classOf(declaration.kind))(), methods));
  rememberComponent(component, declaration);
  return component;
}

function classOf(kind: ComponentKind): typeof DeclaredComponent {
  const known = classes.get(kind);
  if (known) return known;
  const made = class extends DeclaredComponent {
    /** Puts it where the callback of the gr.Blocks is now. */
    render(): this {
      const context = currentBlocks();
      if (!context) throw new DeclarationError("", "render() puts a component into the gr.Blocks whose callback runs.");
      const declaration = componentDeclaration(this);
      if (declaration) context.place(this, declaration);
      return this;
    }
  };
  for (const event of kindOf(kind).events) {
    Object.defineProperty(made.prototype, event, {
      get(this: DeclaredComponent) {
        return eventOf(this, event);
      },
    });
  }
  classes.set(kind, made);
  return made;
}

const ownNames = ["render", "deleteCallback", "inputs", "every"];

/** Options that say nothing of the component itself are taken out: `render`, and how its value is computed. */
function withoutOwn(declaration: ComponentDeclaration): {
  readonly declaration: ComponentDeclaration;
  readonly renders: boolean;
} {
  const given = declaration.options;
  if (!isFunction(given["value"]) && !ownNames.some((name) => name in given)) return { declaration, renders: true };
  const { render, ...rest } = declaration.options;
  const renders = render !== false;
  if (declaration.kind === "state") {
    const { deleteCallback, ...options } = rest;
    if (deleteCallback === undefined || deleteCallback === null)
      return { declaration: { ...declaration, options }, renders };
    if (!isFunction(deleteCallback)) throw new DeclarationError("gr.State.deleteCallback", "must be a function");
    return { declaration: { ...declaration, options, deleteCallback }, renders };
  }
  if (isKept(declaration.kind)) return { declaration: { ...declaration, options: rest }, renders };
  const { value: fn, inputs, every, ...options } = rest;
  if (!isFunction(fn)) return { declaration: { ...declaration, options: rest }, renders };
  const name = `gr.${kindOf(declaration.kind).name}`;
  const used = readUsed(inputs, `${name}.inputs`);
  const timer = readEvery(every, `${name}.every`);
  const dynamic: DynamicValue = {
    fn,
    inputs: used.used.map((each) => each.declaration),
    inputNames: used.names,
    every: timer === null || typeof timer === "number" ? timer : timer.declaration,
  };
  return { declaration: { ...declaration, options, dynamic }, renders };
}
