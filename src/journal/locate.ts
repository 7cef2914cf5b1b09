// The path from a variable to a container, for messages.

import { type Container, eachHeld } from "./container.ts";
import { stepText } from "./discovery.ts";
import type { Graph, Realm } from "./graph.ts";

/** A message is not worth a longer search. */
const maxVisited = 100_000;

/** "scores[3].by", or null if it is not found from any variable. */
export function locate(graph: Graph, realm: Realm, wanted: Container): string | null {
  const paths = new Map<Container, { readonly from: Container | null; readonly text: string }>();
  const reach = (value: unknown, from: Container | null, text: () => string): void => {
    const container = realm.containerOf(value);
    if (container && !paths.has(container) && paths.size < maxVisited) paths.set(container, { from, text: text() });
  };
  for (const { info, value } of graph.slots.values()) reach(value, null, () => info.name);
  // A Map visits what is added to it on the way.
  for (const container of paths.keys()) {
    if (container === wanted) return textOf(paths, container);
    eachStep(container, (value, text) => reach(value, container, text));
  }
  return null;
}

function textOf(
  paths: ReadonlyMap<Container, { readonly from: Container | null; readonly text: string }>,
  container: Container,
): string {
  let text = "";
  for (let at = paths.get(container); at; at = at.from ? paths.get(at.from) : undefined) text = at.text + text;
  return text;
}

function eachStep(container: Container, visit: (value: unknown, text: () => string) => void): void {
  switch (container.kind) {
    case "object":
    case "dict":
      for (const key of Object.keys(container.raw)) visit(container.raw[key], () => stepText({ kind: "key", key }));
      return;
    case "array":
      container.raw.forEach((value, index) => visit(value, () => stepText({ kind: "index", index })));
      return;
    case "map":
      for (const [key, value] of container.raw) visit(value, () => stepText({ kind: "value", key }));
      eachHeld(container, (value) => visit(value, () => stepText({ kind: "member" })));
      return;
    default:
      eachHeld(container, (value) => visit(value, () => stepText({ kind: "member" })));
  }
}
