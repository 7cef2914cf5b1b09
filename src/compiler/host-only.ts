// Functions that only the host calls: what they return leaves the module as a copy.

import type { FunctionNode, Identifier } from "./ast.ts";
import { isOption } from "./functions.ts";
import type { FunctionSite } from "./functions.ts";
import type { Scopes } from "./scopes.ts";
import { unwrap } from "./tree.ts";

/** Whether only the host calls a function: it stands in the app's declaration and nothing in the module names it otherwise. */
export function isHostOnly({ node, how }: FunctionSite, scopes: Scopes): boolean {
  if (how === "default") return true;
  const parent = scopes.parents.get(node);
  if (parent?.type === "Property" && !isOption(parent, scopes)) return false;
  const isInPlace = parent?.type === "Property" || parent?.type === "ExportDefaultDeclaration";
  return (isInPlace && !node.id) || hasNoOther(node, scopes);
}

function hasNoOther(node: FunctionNode, scopes: Scopes): boolean {
  const binding = scopes.bindings.find(
    ({ declaration }) =>
      declaration === node ||
      (declaration.type === "VariableDeclarator" && declaration.init !== null && unwrap(declaration.init) === node),
  );
  return binding !== undefined && binding.references.every((reference) => isHandedToHost(reference, scopes));
}

/** `fn: name`, `value: name`, `export default name`. */
function isHandedToHost(reference: Identifier, scopes: Scopes): boolean {
  const parent = scopes.parents.get(reference);
  if (parent?.type === "ExportDefaultDeclaration" || parent?.type === "ExportSpecifier") return true;
  if (parent?.type !== "Property" || parent.key.type !== "Identifier" || parent.computed) return false;
  return (parent.key.name === "fn" || parent.key.name === "value") && isOption(parent, scopes);
}
