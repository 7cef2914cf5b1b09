// `constructor(private x: number)` declares a field and sets it, as TypeScript compiles it: the field first of all, its
// value at the start of the constructor or right after `super(…)`.

import { boundIdentifiers, isClass, walk } from "./tree.ts";
import type { ClassNode, Node } from "./ast.ts";
import type { Edits } from "./edits.ts";

/** Rewrites every parameter property; answers the constructors where that can't be done. */
export function rewriteParameterProperties(program: Node, edits: Edits): Node[] {
  const mistakes: Node[] = [];
  walk(program, (node) => {
    if (isClass(node) && !node.declare && !rewriteClass(node, edits)) mistakes.push(node.body);
  });
  return mistakes;
}

function rewriteClass(node: ClassNode, edits: Edits): boolean {
  const constructor = node.body.body.find(
    (member) =>
      member.type === "MethodDefinition" && member.kind === "constructor" && member.value.type === "FunctionExpression",
  );
  if (constructor?.type !== "MethodDefinition" || constructor.value.type !== "FunctionExpression") return true;
  const names = constructor.value.params.flatMap((param) =>
    param.type === "TSParameterProperty" ? boundIdentifiers(param).map((id) => id.name) : [],
  );
  if (names.length === 0) return true;
  const { body } = constructor.value;
  if (body.type !== "BlockStatement") return false;
  const after = node.superClass ? body.body.find(isSuperCall) : body.body.filter(isDirective).at(-1);
  if (node.superClass && !after) return false;
  edits.insert(node.body.start + 1, names.map((name) => `${name};`).join(""));
  const assignments = names.map((name) => `this.${name}=${name};`).join("");
  edits.insert(after ? after.end : body.start + 1, after ? `;${assignments}` : assignments);
  return true;
}

function isSuperCall(node: Node): boolean {
  return (
    node.type === "ExpressionStatement" &&
    node.expression.type === "CallExpression" &&
    node.expression.callee.type === "Super"
  );
}

function isDirective(node: Node): boolean {
  return node.type === "ExpressionStatement" && node.directive !== undefined;
}
