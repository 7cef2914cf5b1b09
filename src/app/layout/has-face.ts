// Whether there is anything to see of a part of the layout, for a user now.

import type { LayoutNode } from "../../spec/app-spec.ts";
import { isFaceless } from "../../spec/faceless.ts";
import type { User } from "../model.ts";
import { childrenOf } from "./block.ts";

export function hasFace(node: LayoutNode, user: Pick<User, "component" | "rendered">): boolean {
  const component = user.component(node.component);
  if (!component || isFaceless(component.kind)) return false;
  if (node.kind === "component") return component.visible !== false || component.kind === "button";
  // What has a head of its own is seen without anything in it.
  if (component.visible === false) return false;
  const isBare = component.kind === "row" || component.kind === "column" || component.kind === "group";
  return !isBare || childrenOf(node, user).some((child) => hasFace(child, user));
}
