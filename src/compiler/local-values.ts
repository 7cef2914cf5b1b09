// Variables that `gr.local(value)` keeps out of what is shared. It says something of the variable and nothing of the value,
// so it must be the variable's whole initial value.

import type { Diagnostic } from "../protocol/compiled.ts";
import type { Node } from "./ast.ts";
import { isLocal } from "./functions.ts";
import { enclosingFunction, outermost, type Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import { unwrap } from "./tree.ts";
import type { ModuleVariable } from "./variables.ts";

/** Whether a variable is one of those that a `gr.local(…)` gives their value. */
export function isMadeLocal({ declarator }: Pick<ModuleVariable, "declarator">, scopes: Scopes): boolean {
  const value = declarator.init && unwrap(declarator.init);
  return value?.type === "CallExpression" && isLocal(value.callee, scopes) && isAtTop(declarator, scopes);
}

/** Each mention of `gr.local` that is no variable's whole initial value. */
export function checkLocals(source: SourceText, scopes: Scopes): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [id, binding] of scopes.meaning) {
    if (binding?.kind !== "import") continue;
    const member = outOfWrappers(id, scopes);
    const node = isLocal(id, scopes) ? id : isMemberOf(member, id) && isLocal(member, scopes) ? member : null;
    if (!node || isInPlace(node, scopes)) continue;
    const message = enclosingFunction(node, scopes)
      ? "Inside a function, every variable is local already. gr.local(…) is for those outside: const name = gr.local(value)."
      : "gr.local(…) must be the whole initial value of a variable at the top of the module: const name = gr.local(value).";
    diagnostics.push({ severity: "error", code: "local-place", message, range: source.rangeOf(node) });
  }
  return diagnostics;
}

function isInPlace(mention: Node, scopes: Scopes): boolean {
  const call = outOfWrappers(mention, scopes);
  if (call.type !== "CallExpression" || unwrap(call.callee) !== mention) return false;
  const declarator = outOfWrappers(call, scopes);
  return (
    declarator.type === "VariableDeclarator" &&
    declarator.init !== null &&
    unwrap(declarator.init) === call &&
    isAtTop(declarator, scopes)
  );
}

function isAtTop(declarator: Node, scopes: Scopes): boolean {
  const declaration = scopes.parents.get(declarator);
  const parent = declaration && scopes.parents.get(declaration);
  return parent?.type === "Program" || parent?.type === "ExportNamedDeclaration";
}

function isMemberOf(node: Node, object: Node): boolean {
  return node.type === "MemberExpression" && unwrap(node.object) === object;
}

/** What stands around a node, but for types and the like. */
function outOfWrappers(node: Node, scopes: Scopes): Node {
  return scopes.parents.get(outermost(node, scopes)) ?? node;
}
