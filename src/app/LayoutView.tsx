// An app's layout: rows and columns that wrap where there is little room, and in each slot the widget of its component.
// By position, not identity: while code is edited, a new app changes what differs and leaves the rest standing.

import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { LayoutNode } from "../spec/app-spec.ts";
import { BlockView } from "./layout/BlockView.tsx";
import { type Drawer, drawerOf } from "./layout/drawer.ts";
import { Slot } from "./layout/Slot.tsx";
import type { User } from "./model.ts";

type BlockNode = Extract<LayoutNode, { readonly kind: "block" }>;

interface LayoutProps {
  readonly node: LayoutNode;
  readonly user: User;
}

export function LayoutView(props: LayoutProps): JSX.Element {
  return (
    <Show when={drawerOf(props.node, props.user)} keyed>
      {(drawer) => <Drawn {...props} drawer={drawer} />}
    </Show>
  );
}

/** `drawer`: that of the node, for good. */
function Drawn(props: LayoutProps & { readonly drawer: Drawer }): JSX.Element {
  const { drawer } = props;
  if (drawer === "block") return <Block node={props.node} user={props.user} />;
  return <Slot Widget={drawer} component={props.node.component} user={props.user} />;
}

function Block(props: LayoutProps): JSX.Element {
  const node = createMemo<BlockNode | null>((last) => (props.node.kind === "block" ? props.node : last), null);
  return (
    <Show when={node()}>
      {(block) => (
        <BlockView
          node={block()}
          user={props.user}
          draw={(child, drawer) =>
            drawer === undefined ? (
              <LayoutView node={child()} user={props.user} />
            ) : drawer === "block" ? (
              <Block node={child()} user={props.user} />
            ) : (
              <Slot Widget={drawer} component={child().component} user={props.user} />
            )
          }
        />
      )}
    </Show>
  );
}
