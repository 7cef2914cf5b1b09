// State of a chat's own: it has a name in the State panel, where those of others are numbered.

import { declareComponent } from "../spec/component-declaration.ts";
import { currentBlocks } from "./current-blocks.ts";
import { componentOf } from "./create-component.ts";

/** As `gr.State(value)`. */
export function namedState(label: string, value: unknown): object {
  const declaration = { ...declareComponent("state", value, undefined), label };
  const component = componentOf(declaration);
  currentBlocks()?.place(component, declaration);
  return component;
}
