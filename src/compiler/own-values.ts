// Values that are obviously no data, so that every user's worker has its own: instances of the program's classes, functions
// that its functions make, what `gr.local` keeps.

import type { FunctionNode, Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { isMadeLocal } from "./local-values.ts";
import { functionOfBinding } from "./mentions.ts";
import type { Scopes } from "./scopes.ts";
import { childrenOf, isClass, isFunction, unwrap } from "./tree.ts";
import type { ModuleVariable } from "./variables.ts";

const madeLocal = "it is made local by gr.local";

/** Why a variable never holds data ("it is an instance of Model"); null if it may. */
export function whyOwn(variable: ModuleVariable, scopes: Scopes): string | null {
  if (isMadeLocal(variable, scopes)) return madeLocal;
  if (!variable.init || variable.binding.references.some((id) => isAssigned(id, scopes))) return null;
  if (variable.binding.ids.length > 1) return null;
  return whyNoData(variable.init, scopes, 0);
}

function whyNoData(value: Node, scopes: Scopes, depth: number): string | null {
  const inner = unwrap(value);
  // Functions may call each other in circles.
  if (depth > 5) return null;
  if (inner.type === "AwaitExpression") return inner.argument && whyNoData(inner.argument, scopes, depth);
  if (isFunction(inner)) return "it is a function";
  if (isClass(inner)) return "it is a class";
  if (inner.type !== "NewExpression" && inner.type !== "CallExpression") return null;
  const callee = unwrap(inner.callee);
  const binding = callee.type === "Identifier" ? scopes.meaning.get(callee) : null;
  if (!binding) return null;
  if (inner.type === "NewExpression")
    return isPlainClass(binding.declaration, scopes, depth) ? `it is an instance of ${binding.name}` : null;
  const target = functionOfBinding(binding, scopes);
  if (!target || target.generator) return null;
  const reasons = returnedBy(target).map((result) => result && whyNoData(result, scopes, depth + 1));
  return reasons.length > 0 && reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}

/** Whether `new` gives an instance: a constructor, also one of a class that it extends, may return something else. */
function isPlainClass(node: Node, scopes: Scopes, depth: number): boolean {
  if (!isClass(node) || depth > 5) return false;
  const base = node.superClass && unwrap(node.superClass);
  if (base) {
    const binding = base.type === "Identifier" ? scopes.meaning.get(base) : undefined;
    if (binding === undefined || (binding && !isPlainClass(binding.declaration, scopes, depth + 1))) return false;
  }
  return node.body.body.every((member) => {
    if (member.type !== "MethodDefinition" || member.kind !== "constructor" || !isFunction(member.value)) return true;
    return returnedBy(member.value).every((result) => result === null);
  });
}

/** Everything that a function returns; null for a return without value. */
function returnedBy(target: FunctionNode): (Node | null)[] {
  if (target.body.type !== "BlockStatement") return [target.body];
  const found: (Node | null)[] = [];
  const search = (node: Node): void => {
    if (isFunction(node) || isClass(node)) return;
    if (node.type === "ReturnStatement") found.push(node.argument);
    for (const child of childrenOf(node)) search(child);
  };
  search(target.body);
  return found;
}
