// What a part of the layout that holds others is drawn from.

import type { JSX } from "solid-js";
import type { ComponentSpec, LayoutNode } from "../../spec/app-spec.ts";
import type { User } from "../model.ts";

export interface BlockProps {
  readonly component: ComponentSpec;
  readonly node: Extract<LayoutNode, { readonly kind: "block" }>;
  readonly user: User;
  draw(node: () => LayoutNode): JSX.Element;
}
