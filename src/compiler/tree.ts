// Questions that every pass asks of the syntax tree: what is inside, what kind of node, what it is without its types.

import type { ClassNode, FunctionNode, Identifier, Node, TypeWrapper } from "./ast.ts";

/** Several passes ask for the children of every node. */
const childrenByNode = new WeakMap<Node, readonly Node[]>();

/** The nodes directly inside a node, in order of the source. */
export function childrenOf(node: Node): readonly Node[] {
  const known = childrenByNode.get(node);
  if (known) return known;
  const children: Node[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value as unknown[]) if (isNode(item)) children.push(item);
  }
  children.sort((a, b) => a.start - b.start);
  childrenByNode.set(node, children);
  return children;
}

/** Visits a node and everything inside it; `enter` answers false to stay out of a node's inside. */
export function walk(node: Node, enter: (node: Node) => boolean | void): void {
  if (enter(node) === false) return;
  for (const child of childrenOf(node)) walk(child, enter);
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}

export function isClass(node: Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

export function isTypeWrapper(node: Node): node is TypeWrapper {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
      return true;
    default:
      return false;
  }
}

/** Whether a node and all inside it is about types alone and names no value. */
export function isTypeOnly(node: Node): boolean {
  if (!node.type.startsWith("TS")) return "declare" in node && node.declare === true;
  if (node.type === "TSEnumDeclaration" || node.type === "TSModuleDeclaration") return node.declare === true;
  return (
    !isTypeWrapper(node) &&
    node.type !== "TSParameterProperty" &&
    node.type !== "TSEnumMember" &&
    node.type !== "TSExportAssignment"
  );
}

/** The expression itself, without `as T`, `satisfies T`, `!` and the like around it. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isTypeWrapper(inner) || inner.type === "ChainExpression") inner = inner.expression;
  return inner;
}

/** Every identifier that a declaration's pattern binds, in order. */
export function boundIdentifiers(pattern: Node): Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundIdentifiers(property.type === "Property" ? property.value : property),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? boundIdentifiers(element) : []));
    case "AssignmentPattern":
      return boundIdentifiers(pattern.left);
    case "RestElement":
      return pattern.argument ? boundIdentifiers(pattern.argument) : [];
    case "TSParameterProperty":
      return boundIdentifiers(pattern.parameter);
    default:
      return [];
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value
  );
}
