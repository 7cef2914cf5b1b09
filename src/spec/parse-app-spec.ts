// Checks by hand what a worker says its app is. The worker is not trusted: everything is bounded, copied, and known.

import { err, ok, type Result } from "../base/result.ts";
import type { AppSpec, ComponentSpec, LayoutNode } from "./app-spec.ts";
import { readCommonOptions } from "./common-options.ts";
import { isComponentKind, kindOf } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { parseEvents } from "./parse-events.ts";
import { isLayout } from "./layout-kind.ts";
import { fail, isRecord, parseChoice, parseFlag, parseIndex, parseList, parseText, SpecError } from "./parse-value.ts";
import { ownOptions } from "./read-options.ts";

const limits = { components: 4000, layoutDepth: 50, layoutNodes: 10_000, labelChars: 10_000, textChars: 1_000_000 };

export function parseAppSpec(value: unknown): Result<AppSpec, string> {
  try {
    return ok(parseApp(value));
  } catch (error) {
    if (error instanceof SpecError || error instanceof DeclarationError) return err(error.message);
    throw error;
  }
}

function parseApp(value: unknown): AppSpec {
  if (!isRecord(value)) return fail("app", "an object");
  const { kind, title, description, article } = value;
  const components = parseList(value["components"], "app.components", limits.components, parseComponent);
  return {
    kind: parseChoice(kind, "app.kind", ["interface", "function", "blocks"]),
    title: parseOptionalText(title, "app.title"),
    description: parseOptionalText(description, "app.description"),
    article: parseOptionalText(article, "app.article"),
    fillWidth: parseFlag(value["fillWidth"], "app.fillWidth"),
    components,
    layout: parseLayout(value["layout"], components),
    events: parseEvents(value["events"], components.length),
  };
}

function parseOptionalText(value: unknown, path: string): string | null {
  return value === null ? null : parseText(value, path, limits.textChars);
}

export function parseComponent(value: unknown, path: string, index: number): ComponentSpec {
  if (!isRecord(value)) return fail(path, "an object");
  const { id, kind, label, interactive, props } = value;
  if (id !== index) return fail(`${path}.id`, String(index));
  if (!isComponentKind(kind)) return fail(`${path}.kind`, "a known kind of component");
  if (!isRecord(props)) return fail(`${path}.props`, "an object");
  const definition = kindOf(kind);
  const component = {
    id,
    kind,
    label: parseText(label, `${path}.label`, limits.labelChars),
    interactive: parseFlag(interactive, `${path}.interactive`),
    ...readCommonOptions(value, path),
    props: ownOptions(definition).read(props, `${path}.props`),
  };
  return { ...component, value: definition.value.read(value["value"], `${path}.value`) };
}

function parseLayout(value: unknown, components: readonly ComponentSpec[]): LayoutNode {
  const [node] = parseLayoutNodes([value], "app.layout", (id) => components[id], components.length);
  return node ?? fail("app.layout", "a layout");
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

  function parseNode(node: unknown, path: string, depth: number): LayoutNode {
    if (!isRecord(node)) return fail(path, "an object");
    if (depth > limits.layoutDepth || ++nodes > limits.layoutNodes) return fail(path, "a layout of a sane size");
    const { kind } = node;
    if (kind !== "component" && kind !== "block") return fail(`${path}.kind`, '"component" or "block"');
    const id = parseIndex(node["component"], `${path}.component`, end);
    const component = find(id);
    if (!component || placed.has(id)) return fail(`${path}.component`, "a component that has no other place");
    placed.add(id);
    if (isLayout(component.kind) !== (kind === "block")) return fail(`${path}.component`, "of that place's kind");
    if (kind === "component") return { kind, component: id };
    const children = parseList(node["children"], `${path}.children`, limits.components, (child, childPath) =>
      parseNode(child, childPath, depth + 1),
    );
    return { kind, component: id, children };
  }

  return parseList(value, path, limits.components, (node, nodePath) => parseNode(node, nodePath, 0));
}
