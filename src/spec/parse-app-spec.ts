// Checks by hand what a worker says its app is. The worker is not trusted: everything is bounded, copied, and known.

import { err, ok, type Result } from "../base/result.ts";
import type { AppSpec, ComponentSpec, LayoutNode } from "./app-spec.ts";
import { readCommonOptions } from "./common-options.ts";
import { isComponentKind, kindOf } from "./component-kinds.ts";
import { parseEvents } from "./parse-events.ts";
import { isLayout } from "./layout-kind.ts";
import {
  fail,
  isRecord,
  parseAt,
  parseChoice,
  parseFlag,
  parseIndex,
  parseList,
  parseText,
  SpecError,
} from "./parse-value.ts";
import { ownOptions } from "./read-options.ts";

const limits = { components: 4000, layoutDepth: 50, layoutNodes: 10_000, labelChars: 10_000, textChars: 1_000_000 };

export function parseAppSpec(value: unknown): Result<AppSpec, string> {
  try {
    return ok(parseAt("app", () => parseApp(value)));
  } catch (error) {
    if (error instanceof SpecError) return err(error.message);
    throw error;
  }
}

function parseApp(value: unknown): AppSpec {
  if (!isRecord(value)) return fail("", "an object");
  const { kind, title, description, article } = value;
  const components = parseList(value["components"], "components", limits.components, parseComponent);
  return {
    kind: parseChoice(kind, "kind", ["interface", "function", "blocks"]),
    title: parseOptionalText(title, "title"),
    description: parseOptionalText(description, "description"),
    article: parseOptionalText(article, "article"),
    fillWidth: parseFlag(value["fillWidth"], "fillWidth"),
    components,
    layout: parseLayout(value["layout"], components),
    events: parseEvents(value["events"], components.length),
  };
}

function parseOptionalText(value: unknown, path: string): string | null {
  return value === null ? null : parseText(value, path, limits.textChars);
}

export function parseComponent(value: unknown, index: number): ComponentSpec {
  if (!isRecord(value)) return fail("", "an object");
  const { id = index, kind, label, interactive, props } = value;
  if (id !== index) return fail("id", String(index));
  if (!isComponentKind(kind)) return fail("kind", "a known kind of component");
  if (props !== undefined && !isRecord(props)) return fail("props", "an object");
  const definition = kindOf(kind);
  const own = ownOptions(definition);
  return {
    id: index,
    kind,
    label: parseText(label, "label", limits.labelChars),
    interactive: parseFlag(interactive, "interactive"),
    ...readCommonOptions(value, ""),
    props: props ? own.read(props, "props") : own.defaults,
    value: definition.value.read(value["value"], "value"),
  };
}

function parseLayout(value: unknown, components: readonly ComponentSpec[]): LayoutNode {
  const [node] = parseLayoutNodes([value], "layout", (id) => components[id], components.length);
  return node ?? fail("layout", "a layout");
}

/** `find`: the components that may stand there, whose ids are below `end`. */
export function parseLayoutNodes(
  value: unknown,
  path: string,
  find: (id: number) => ComponentSpec | undefined,
  end: number,
): LayoutNode[] {
  const placed = new Set<number>();
  let nodes = 0;

  function parseNode(node: unknown, depth: number): LayoutNode {
    if (depth > limits.layoutDepth || ++nodes > limits.layoutNodes) return fail("", "a layout of a sane size");
    if (typeof node === "number") return parseNode({ kind: "component", component: node }, depth);
    if (!isRecord(node)) return fail("", "an object");
    const { kind } = node;
    if (kind !== "component" && kind !== "block") return fail("kind", '"component" or "block"');
    const id = parseIndex(node["component"], "component", end);
    const component = find(id);
    if (!component || placed.has(id)) return fail("component", "a component that has no other place");
    placed.add(id);
    if (isLayout(component.kind) !== (kind === "block")) return fail("component", "of that place's kind");
    if (kind === "component") return { kind, component: id };
    const children = parseList(node["children"], "children", limits.components, (child) => parseNode(child, depth + 1));
    return { kind, component: id, children };
  }

  return parseList(value, path, limits.components, (node) => parseNode(node, 0));
}
