// An app's layout: rows and columns that wrap where there is little room, and in each slot the widget of its component.
// By position, not identity: while code is edited, a new app changes what differs and leaves the rest standing.

import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { LayoutNode } from "../spec/app-spec.ts";
import { isFaceless } from "../spec/faceless.ts";
import { isLayout } from "../spec/layout-kind.ts";
import { widgets } from "../widgets/registry.ts";
import type { Widget } from "../widgets/widget.ts";
import { BlockView } from "./layout/BlockView.tsx";
import { hasFace } from "./layout/has-face.ts";
import { Slot } from "./layout/Slot.tsx";
import type { User } from "./model.ts";

type BlockNode = Extract<LayoutNode, { readonly kind: "block" }>;

interface LayoutProps {
  readonly node: LayoutNode;
  readonly user: User;
}

export function LayoutView(props: LayoutProps): JSX.Element {
  return (
    <Show when={drawerOf(props)} keyed>
      {(drawer) =>
        drawer === "block" ? (
          <Block {...props} />
        ) : (
          <Slot Widget={drawer} component={props.node.component} user={props.user} />
        )
      }
    </Show>
  );
}

/** By what it is drawn now: as a block, or in a slot by a widget, which stands for its kind. A column of nothing but a State takes no room. */
function drawerOf({ node, user }: LayoutProps): "block" | Widget | null {
  if (!hasFace(node, user)) return null;
  if (node.kind === "block") return "block";
  const kind = user.component(node.component)?.kind;
  return kind === undefined || isFaceless(kind) || isLayout(kind) ? null : widgets[kind];
}

function Block(props: LayoutProps): JSX.Element {
  const node = createMemo<BlockNode | null>((last) => (props.node.kind === "block" ? props.node : last), null);
  return (
    <Show when={node()}>
      {(block) => (
        <BlockView node={block()} user={props.user} draw={(child) => <LayoutView node={child()} user={props.user} />} />
      )}
    </Show>
  );
}
