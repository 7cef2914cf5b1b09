// Which variables functions may change (shared), and which none can (constant).

import { isClass, isFunction, unwrap } from "./tree.ts";
import type { Identifier, Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { dataDepth, globalNameOf } from "./data-depth.ts";
import { isHarmless } from "./mentions.ts";
import type { MentionContext } from "./mentions.ts";
import { whyOwn } from "./own-values.ts";
import { enclosingFunction } from "./scopes.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import type { ModuleVariable } from "./variables.ts";

export interface Role {
  readonly role: "shared" | "constant";
  readonly why: string;
}

export function decideRole(variable: ModuleVariable, context: MentionContext, source: SourceText): Role {
  const { scopes } = context;
  const own = whyOwn(variable, scopes);
  if (own !== null) return { role: "shared", why: `because ${own}, so every user's worker has its own` };
  if (variable.kind === "const" && isFrozen(variable.init, scopes))
    return { role: "constant", why: "because it is frozen" };
  const { references } = variable.binding;
  const inFunctions = references.filter((reference) => enclosingFunction(reference, scopes) !== null);
  const atTop = references.filter((reference) => !inFunctions.includes(reference));
  const initial = variable.init ? dataDepth(variable.init, scopes) : variable.declarator.init ? Infinity : 0;

  // What the top level writes while loading changes how deep it is, and is no reason to share it.
  const depth = atTop.reduce((most, reference) => Math.max(most, depthWrittenBy(reference, scopes)), initial);
  const isRead = (reference: Identifier) => !isAssigned(reference, scopes) && isHarmless(reference, depth, context);
  const writer = inFunctions.find((reference) => !isRead(reference));
  if (writer) {
    const name = nameOfFunctionAround(writer, scopes);
    const where = `on line ${source.position(writer.start).line}`;
    return {
      role: "shared",
      why: name ? `because ${name} may change it ${where}` : `because it may change ${where}`,
    };
  }
  const leak = atTop.find((reference) => !isLoadTimeWrite(reference, context) && !isRead(reference));
  if (leak) return { role: "shared", why: `because it is handed on on line ${source.position(leak.start).line}` };
  if (depth <= 0 && variable.kind === "const") return { role: "constant", why: "because it is a plain const" };
  return { role: "constant", why: "because no function changes it" };
}

/** A const (or a let that is never assigned to) whose initialiser is a function or class. */
export function isFunctionValued(variable: ModuleVariable, scopes: Scopes): boolean {
  if (!variable.init || variable.binding.ids.length > 1) return false;
  const init = unwrap(variable.init);
  return (isFunction(init) || isClass(init)) && !variable.binding.references.some((id) => isAssigned(id, scopes));
}

/** `as const` or `Object.freeze(…)`, all the way down. */
function isFrozen(init: Node | null, scopes: Scopes): boolean {
  if (!init) return false;
  const inner = unwrap(init);
  if (isAsConst(init)) return isReadonly(inner);
  if (inner.type !== "CallExpression" || globalNameOf(inner.callee, scopes) !== "Object.freeze") return false;
  const [frozen] = inner.arguments;
  return frozen !== undefined && (dataDepth(frozen, scopes) <= 1 || partsOf(unwrap(frozen)).every(isFrozenPart));

  function isFrozenPart(part: Node): boolean {
    return dataDepth(part, scopes) <= 0 || isFrozen(part, scopes);
  }
}

function isAsConst(node: Node): boolean {
  if (node.type !== "TSAsExpression") return false;
  const type = node.typeAnnotation;
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "const";
}

/** What `as const` makes readonly: literals in literals, without types of their own. */
function isReadonly(node: Node): boolean {
  if (node.type === "ArrayExpression" || node.type === "ObjectExpression") return partsOf(node).every(isReadonly);
  return node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "UnaryExpression";
}

/** What stands in a literal; a spread or a method stands for itself. */
function partsOf(node: Node): Node[] {
  if (node.type === "ArrayExpression") return node.elements.flatMap((element) => element ?? []);
  if (node.type !== "ObjectExpression") return [node];
  return node.properties.map((property) =>
    property.type === "Property" && property.kind === "init" ? property.value : property,
  );
}

/** `table[i] = …`, `table = …`, `list.push(…)` as a statement of its own, while the module loads. */
function isLoadTimeWrite(reference: Identifier, { scopes }: MentionContext): boolean {
  return (
    isAssigned(reference, scopes) || writtenPlace(reference, scopes) !== null || mutatorCall(reference, scopes) !== null
  );
}

/** How deep the variable is after such a write; 0 if there is none. */
function depthWrittenBy(reference: Identifier, scopes: Scopes): number {
  const parent = scopes.parents.get(reference);
  if (isAssigned(reference, scopes)) {
    if (parent?.type !== "AssignmentExpression" || parent.left !== reference)
      return parent?.type === "UpdateExpression" ? 0 : Infinity;
    return assignsValue(parent.operator) ? dataDepth(parent.right, scopes) : 0;
  }
  const place = writtenPlace(reference, scopes);
  if (place) {
    const assignment = scopes.parents.get(place.member);
    if (assignment?.type === "UpdateExpression") return place.levels;
    if (assignment?.type !== "AssignmentExpression" || assignment.left !== place.member) return Infinity;
    return place.levels + (assignsValue(assignment.operator) ? dataDepth(assignment.right, scopes) : 0);
  }
  const call = mutatorCall(reference, scopes);
  if (!call) return 0;
  return 1 + call.arguments.reduce((most, argument) => Math.max(most, dataDepth(argument, scopes)), 0);
}

/** Whether what stands on the right may be what is there afterwards, and not only take part in it. */
function assignsValue(operator: string): boolean {
  return /^(?:=|\|\|=|&&=|\?\?=)$/.test(operator);
}

/** The member of a variable, however deep, that is assigned to. */
function writtenPlace(reference: Node, scopes: Scopes): { readonly member: Node; readonly levels: number } | null {
  let node = reference;
  for (let levels = 0; ; levels++) {
    const parent = scopes.parents.get(node);
    if (parent?.type !== "MemberExpression" || parent.object !== node)
      return levels > 0 && isAssigned(node, scopes) ? { member: node, levels } : null;
    node = parent;
  }
}

function mutatorCall(reference: Identifier, scopes: Scopes) {
  const member = scopes.parents.get(reference);
  const call = member && scopes.parents.get(member);
  if (member?.type !== "MemberExpression" || member.object !== reference || call?.type !== "CallExpression")
    return null;
  if (
    member.computed ||
    member.property.type !== "Identifier" ||
    scopes.parents.get(call)?.type !== "ExpressionStatement"
  )
    return null;
  return /^(?:push|unshift|add|set|fill|sort|reverse)$/.test(member.property.name) && call.callee === member
    ? call
    : null;
}

/** The name of the outermost function around a node, as people know it. */
function nameOfFunctionAround(node: Node, scopes: Scopes): string | null {
  let name: string | null = null;
  for (let outer = scopes.parents.get(node); outer; outer = scopes.parents.get(outer)) {
    if (outer.type === "FunctionDeclaration" || outer.type === "ClassDeclaration") name = outer.id?.name ?? name;
    else if (
      outer.type === "VariableDeclarator" &&
      outer.init &&
      isFunction(unwrap(outer.init)) &&
      outer.id.type === "Identifier"
    )
      name = outer.id.name;
  }
  return name;
}
