// Names of properties that a program gives a meaning of its own, so that they do not mean what they do for built-ins.

import type { Node } from "./ast.ts";
import type { Scopes } from "./scopes.ts";
import { isTypeOnly, unwrap, walk } from "./tree.ts";

export interface DefinedNames {
  /** That something other than plain data is found under: methods, getters, what the text does not know. */
  readonly code: ReadonlySet<string>;
  /** That anything but a primitive is found under. */
  readonly containers: ReadonlySet<string>;
}

const known = new WeakMap<Scopes, DefinedNames>();

export function definedNames(scopes: Scopes): DefinedNames {
  const names = known.get(scopes) ?? collect(scopes);
  known.set(scopes, names);
  return names;
}

function collect(scopes: Scopes): DefinedNames {
  const code = new Set<string>();
  const containers = new Set<string>();
  const define = (key: Node, value: Node): void => {
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : null;
    const kind = kindOf(value);
    if (name === null || kind === "primitive") return;
    containers.add(name);
    if (kind === "unknown") code.add(name);
  };
  walk(scopes.module.node, (node) => {
    if (isTypeOnly(node)) return false;
    if (node.type === "Property" && scopes.parents.get(node)?.type === "ObjectExpression") {
      define(node.key, node.kind === "init" ? node.value : node);
    } else if (node.type === "MethodDefinition") {
      define(node.key, node);
    } else if (node.type === "PropertyDefinition") {
      if (node.value) define(node.key, node.value);
    } else if (node.type === "AssignmentExpression") {
      const target = unwrap(node.left);
      if (target.type === "MemberExpression") define(target.property, node.right);
    }
    return true;
  });
  return { code, containers };
}

function kindOf(value: Node): "primitive" | "container" | "unknown" {
  const inner = unwrap(value);
  switch (inner.type) {
    case "Literal":
    case "TemplateLiteral":
    case "UnaryExpression":
    case "BinaryExpression":
    case "UpdateExpression":
      return "primitive";
    case "ArrayExpression":
    case "ObjectExpression":
      return "container";
    case "MemberExpression":
      return inner.property.type === "Identifier" && /^(?:length|size|byteLength)$/.test(inner.property.name)
        ? "primitive"
        : "unknown";
    default:
      return "unknown";
  }
}
