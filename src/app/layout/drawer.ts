// By what a part of the layout is drawn, for a user now.

import type { LayoutNode } from "../../spec/app-spec.ts";
import { isFaceless } from "../../spec/faceless.ts";
import { isLayout } from "../../spec/layout-kind.ts";
import { widgets } from "../../widgets/registry.ts";
import type { Widget } from "../../widgets/widget.ts";
import type { User } from "../model.ts";
import { hasFace } from "./has-face.ts";

/** As a block, or in a slot by a widget, which stands for its kind. */
export type Drawer = "block" | Widget;

/** null: there is nothing to see of it. A column of nothing but a State takes no room. */
export function drawerOf(node: LayoutNode, user: Pick<User, "component" | "rendered">): Drawer | null {
  if (!hasFace(node, user)) return null;
  if (node.kind === "block") return "block";
  const kind = user.component(node.component)?.kind;
  return kind === undefined || isFaceless(kind) || isLayout(kind) ? null : widgets[kind];
}
