// How many levels of containers an expression's value has, when its text alone says so.

import { unwrap } from "./tree.ts";
import type { CallExpression, Node } from "./ast.ts";
import { definedNames } from "./names.ts";
import { isGlobal } from "./scopes.ts";
import type { Scopes } from "./scopes.ts";

/** 0: a primitive, 1: a container of primitives, and so on. Infinity: the text does not say. */
export function dataDepth(node: Node | null, scopes: Scopes): number {
  if (!node) return 0;
  const inner = unwrap(node);
  switch (inner.type) {
    case "Literal":
      // A regular expression has lastIndex, but as data it never changes.
      return 0;
    case "TemplateLiteral":
    case "UnaryExpression":
    case "BinaryExpression":
    case "UpdateExpression":
      return 0;
    case "Identifier":
      return ["undefined", "NaN", "Infinity"].includes(inner.name) && isGlobal(inner, scopes) ? 0 : Infinity;
    case "ConditionalExpression":
      return Math.max(dataDepth(inner.consequent, scopes), dataDepth(inner.alternate, scopes));
    case "LogicalExpression":
      return Math.max(dataDepth(inner.left, scopes), dataDepth(inner.right, scopes));
    case "ArrayExpression":
      return 1 + maxOf(inner.elements, (element) => dataDepth(element, scopes));
    case "ObjectExpression":
      return 1 + maxOf(inner.properties, (property) => depthOfProperty(property, scopes));
    case "NewExpression":
      return depthOfNew(inner, scopes);
    case "CallExpression":
      return depthOfCall(inner, scopes);
    case "MemberExpression": {
      const isLength =
        !inner.computed && inner.property.type === "Identifier" && isPrimitiveProperty(inner.property.name, scopes);
      return isLength || globalNameOf(inner, scopes) === "Math.PI" ? 0 : Infinity;
    }
    default:
      return Infinity;
  }
}

/** Whether a property holds a number on everything that is data: unless an object uses the name for something of its own. */
export function isPrimitiveProperty(name: string, scopes: Scopes): boolean {
  return /^(?:length|size|byteLength)$/.test(name) && !definedNames(scopes).containers.has(name);
}

/** `Math.max` for a member of a global, `parseInt` for a global, null for anything else. */
export function globalNameOf(node: Node, scopes: Scopes): string | null {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return isGlobal(inner, scopes) ? inner.name : null;
  if (inner.type !== "MemberExpression" || inner.computed || inner.property.type !== "Identifier") return null;
  const object = globalNameOf(inner.object, scopes);
  return object === null ? null : `${object}.${inner.property.name}`;
}

/** Global functions that give back a primitive and keep nothing of what they get. */
export function isPrimitiveFunction(name: string): boolean {
  return (
    /^(?:Math\.\w+|Number(?:\.\w+)?|String(?:\.\w+)?|Boolean|BigInt|parseInt|parseFloat|isNaN|isFinite)$/.test(name) ||
    /^(?:Date\.now|Date\.UTC|performance\.now|crypto\.randomUUID|JSON\.stringify|Array\.isArray|Object\.is)$/.test(
      name,
    ) ||
    /^(?:encode|decode)URI(?:Component)?$/.test(name)
  );
}

function depthOfProperty(property: Node, scopes: Scopes): number {
  if (property.type !== "Property" || property.kind !== "init" || property.method) return Infinity;
  return dataDepth(property.value, scopes);
}

function depthOfNew(
  node: Node & { readonly callee: Node; readonly arguments: readonly Node[] },
  scopes: Scopes,
): number {
  const name = globalNameOf(node.callee, scopes);
  const [first] = node.arguments;
  if (name === "Date") return 1;
  if (name === "Set") return first ? Math.max(1, dataDepth(first, scopes)) : 1;
  // One iterates over pairs and gets values: one number can't tell both, unless all are primitives.
  if (name === "Map") return !first || dataDepth(first, scopes) <= 2 ? 1 : Infinity;
  return name !== null && /^(?:\w+Array|ArrayBuffer)$/.test(name) ? 1 : Infinity;
}

function depthOfCall(node: CallExpression, scopes: Scopes): number {
  const name = globalNameOf(node.callee, scopes);
  if (name === null) return Infinity;
  if (isPrimitiveFunction(name)) return 0;
  const [first] = node.arguments;
  return name === "Object.freeze" && first ? dataDepth(first, scopes) : Infinity;
}

function maxOf<T>(items: readonly T[], depth: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, depth(item)), 0);
}
