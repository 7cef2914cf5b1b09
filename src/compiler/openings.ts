// Where a program reaches around its variables: into the environment that all code uses, or into functions as objects.

import type { Identifier, Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { globalNameOf } from "./data-depth.ts";
import type { Scopes } from "./scopes.ts";
import { isTypeWrapper } from "./tree.ts";

/** Whether a program keeps things in what a name stands for: `f.list = list`, `Object.assign(f, …)`. */
export function isKeptIn(reference: Identifier, scopes: Scopes): boolean {
  const path = memberPath(reference, scopes);
  if (path !== reference && isAssigned(path, scopes)) return true;
  const call = scopes.parents.get(path);
  return (
    call?.type === "CallExpression" &&
    call.arguments[0] === path &&
    /^(?:Object|Reflect)\./.test(globalNameOf(call.callee, scopes) ?? "")
  );
}

/** Mentions of what can do anything, and changes to what all code uses. */
export function findOpening(scopes: Scopes): Node | null {
  for (const [id, binding] of scopes.meaning) {
    if (binding !== null) continue;
    if (/^(?:eval|Function|globalThis|self|window)$/.test(id.name)) return id;
    const path = memberPath(id, scopes);
    if (isAssigned(path, scopes)) return id;
    const call = scopes.parents.get(path);
    if (call?.type === "CallExpression" && call.arguments[0] === path) {
      const callee = globalNameOf(call.callee, scopes) ?? "";
      if (/^(?:Object|Reflect)\.(?:assign|define\w+|set\w*)$/.test(callee)) return id;
    }
  }
  return null;
}

function memberPath(id: Node, scopes: Scopes): Node {
  let node = id;
  for (;;) {
    const parent = scopes.parents.get(node);
    const isInside = parent?.type === "MemberExpression" && parent.object === node;
    if (!parent || !(isInside || isTypeWrapper(parent) || parent.type === "ChainExpression")) return node;
    node = parent;
  }
}
