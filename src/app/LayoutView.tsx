// An app's layout: rows and columns that wrap where there is little room, and in each slot the widget of its component.
// By position, not identity: while code is edited, a new app changes what differs and leaves the rest standing.

import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { LayoutNode } from "../spec/app-spec.ts";
import { BlockView } from "./layout/BlockView.tsx";
import { hasFace } from "./layout/has-face.ts";
import { Slot } from "./layout/Slot.tsx";
import type { User } from "./model.ts";

interface LayoutProps {
  readonly node: LayoutNode;
  readonly user: User;
}

export function LayoutView(props: LayoutProps): JSX.Element {
  const block = () => (props.node.kind === "block" ? props.node : null);
  // A column of nothing but a State takes no room.
  const isSeen = createMemo(() => hasFace(props.node, props.user));
  return (
    <Show when={isSeen()}>
      <Show when={block()} fallback={<Slot component={props.node.component} user={props.user} />}>
        {(node) => (
          <BlockView
            node={node()}
            user={props.user}
            draw={(child) => <LayoutView node={child()} user={props.user} />}
          />
        )}
      </Show>
    </Show>
  );
}
