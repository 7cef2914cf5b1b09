// An app's layout: rows and columns that wrap where there is little room, and in each slot the widget of its component.
// By position, not identity: while code is edited, a new app changes what differs and leaves the rest standing.

import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { LayoutNode } from "../spec/app-spec.ts";
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
  // A column of nothing but a State takes no room.
  const seen = createMemo(() => (hasFace(props.node, props.user) ? props.node.kind : null));
  return (
    <Show when={seen()} keyed>
      {(kind) =>
        kind === "block" ? <Block {...props} /> : <Slot component={props.node.component} user={props.user} />
      }
    </Show>
  );
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
