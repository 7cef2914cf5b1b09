// What a part of the layout that holds others is drawn from.

import type { JSX } from "solid-js";
import type { ComponentSpec, LayoutNode } from "../../spec/app-spec.ts";
import type { User } from "../model.ts";
import type { Drawer } from "./drawer.ts";

/** What stands in it: what was declared there, and what was rendered into it. */
export function childrenOf(node: LayoutNode, user: Pick<User, "rendered">): readonly LayoutNode[] {
  if (node.kind === "component") return [];
  const rendered = user.rendered(node.component);
  return rendered.length === 0 ? node.children : [...node.children, ...rendered];
}

export interface BlockProps {
  readonly component: ComponentSpec;
  readonly node: Extract<LayoutNode, { readonly kind: "block" }>;
  readonly user: User;
  /** `drawer`: by what, if that is known already, and stays so. */
  draw(node: () => LayoutNode, drawer?: Drawer): JSX.Element;
}
