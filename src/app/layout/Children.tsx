// What stands in a part of the layout, one after the other. By key where there is one, so that what is rendered anew keeps
// its elements, and the focus in them; else by position: an edit of the code changes what differs and leaves the rest.

import { createMemo, createSignal, For } from "solid-js";
import type { Accessor, JSX, Setter } from "solid-js";
import type { LayoutNode } from "../../spec/app-spec.ts";
import type { User } from "../model.ts";
import type { BlockProps } from "./block.ts";
import { type Drawer, drawerOf } from "./drawer.ts";

interface Place {
  readonly drawer: Drawer;
  readonly node: Accessor<LayoutNode>;
  readonly setNode: Setter<LayoutNode>;
}

export function Children(props: {
  readonly nodes: readonly LayoutNode[];
  readonly user: User;
  draw: BlockProps["draw"];
}): JSX.Element {
  let places = new Map<string, Place>();
  const list = createMemo(() => {
    const next = new Map<string, Place>();
    props.nodes.forEach((node, i) => {
      // Here for all of them, as a page may have a thousand.
      const drawer = drawerOf(node, props.user);
      if (!drawer) return;
      const component = props.user.component(node.component);
      const keyed = component?.key == null ? `at ${i}` : `key ${component.kind} ${component.key}`;
      const name = next.has(keyed) ? `again ${i}` : keyed;
      const before = places.get(name);
      const place = before?.drawer === drawer ? before : createPlace(node, drawer);
      place.setNode(() => node);
      next.set(name, place);
    });
    places = next;
    return [...next.values()];
  });
  return <For each={list()}>{(place) => props.draw(place.node, place.drawer)}</For>;
}

function createPlace(first: LayoutNode, drawer: Drawer): Place {
  const [node, setNode] = createSignal(first);
  return { drawer, node, setNode };
}
