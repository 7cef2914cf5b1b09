// Whether there is anything to see of a part of the layout, for a user now.

import type { LayoutNode } from "../../spec/app-spec.ts";
import { isKept } from "../../spec/kept-kind.ts";
import type { User } from "../model.ts";

export function hasFace(node: LayoutNode, user: Pick<User, "component">): boolean {
  const component = user.component(node.component);
  if (!component || isKept(component.kind)) return false;
  if (node.kind === "component") return component.visible !== false || component.kind === "button";
  // What has a head of its own is seen without anything in it.
  if (component.visible === false) return false;
  const isBare = component.kind === "row" || component.kind === "column" || component.kind === "group";
  return !isBare || node.children.some((child) => hasFace(child, user));
}
