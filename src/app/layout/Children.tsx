// What stands in a part of the layout, one after the other. By key where there is one, so that what is rendered anew keeps
// its elements, and the focus in them; else by position: an edit of the code changes what differs and leaves the rest.

import { createMemo, createSignal, For } from "solid-js";
import type { Accessor, JSX, Setter } from "solid-js";
import type { LayoutNode } from "../../spec/app-spec.ts";
import type { User } from "../model.ts";

interface Place {
  readonly node: Accessor<LayoutNode>;
  readonly setNode: Setter<LayoutNode>;
}

export function Children(props: {
  readonly nodes: readonly LayoutNode[];
  readonly user: User;
  draw(node: () => LayoutNode): JSX.Element;
}): JSX.Element {
  let places = new Map<string, Place>();
  const list = createMemo(() => {
    const next = new Map<string, Place>();
    props.nodes.forEach((node, i) => {
      const component = props.user.component(node.component);
      const keyed = component?.key == null ? `at ${i}` : `key ${component.kind} ${component.key}`;
      const name = next.has(keyed) ? `again ${i}` : keyed;
      const place = places.get(name) ?? createPlace(node);
      place.setNode(() => node);
      next.set(name, place);
    });
    places = next;
    return [...next.values()];
  });
  return <For each={list()}>{(place) => props.draw(place.node)}</For>;
}

function createPlace(first: LayoutNode): Place {
  const [node, setNode] = createSignal(first);
  return { node, setNode };
}
