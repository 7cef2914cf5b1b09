// Enums become JavaScript in place, as TypeScript compiles them: an object with its members, and names by number.

import type { EnumDeclaration, EnumMember, Node } from "./ast.ts";
import { unwrap, walk } from "./tree.ts";
import type { Edits } from "./edits.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

export interface EnumMistake {
  readonly node: Node;
  readonly message: string;
}

/** Rewrites every enum of the program; answers what is wrong with them. */
export function rewriteEnums(program: Node, source: SourceText, scopes: Scopes, edits: Edits): EnumMistake[] {
  const mistakes: EnumMistake[] = [];
  const stringMembers = new Set<string>();
  walk(program, (node) => {
    if (node.type !== "TSEnumDeclaration" || node.declare) return;
    rewriteHead(node, source, scopes, edits);
    let previous: EnumMember | null = null;
    for (const member of node.members) {
      const isText = member.initializer !== undefined && isString(member.initializer, node, stringMembers);
      if (isText) stringMembers.add(`${node.id.name}.${nameOf(member)}`);
      if (!member.initializer && previous && stringMembers.has(`${node.id.name}.${nameOf(previous)}`))
        mistakes.push({
          node: member,
          message: `"${nameOf(member)}" needs a value, since the member before it is a string: write "= …".`,
        });
      rewriteMember(node, member, { previous, isText }, source, edits);
      qualifyMembers(node, member, scopes, edits);
      previous = member;
    }
  });
  return mistakes;
}

function rewriteHead(node: EnumDeclaration, source: SourceText, scopes: Scopes, edits: Edits): void {
  const { name } = node.id;
  const word = source.skipBack(node.id.start) - "enum".length;
  edits.blank(node.start, word);
  const parent = scopes.parents.get(node);
  const inBlock = parent?.type === "BlockStatement" && !isFunctionBody(parent, scopes);
  edits.overwrite(word, inBlock ? "let " : "var ");
  // `var` again and `|| {}`: an enum may be declared in several parts.
  edits.insert(node.id.end, `=(${name}=>`);
  edits.insert(node.end - 1, `return ${name}`);
  edits.insert(node.end, inBlock ? ")({});" : `)(${name}||{});`);
}

function isFunctionBody(node: Node, scopes: Scopes): boolean {
  const parent = scopes.parents.get(node);
  return parent !== undefined && /Function/.test(parent.type);
}

function rewriteMember(
  node: EnumDeclaration,
  member: EnumMember,
  { previous, isText }: { readonly previous: EnumMember | null; readonly isText: boolean },
  source: SourceText,
  edits: Edits,
): void {
  const { name } = node.id;
  const key = JSON.stringify(nameOf(member));
  const [open, close] = member.id.type === "Identifier" ? [`["`, `"]`] : ["[", "]"];
  edits.insert(member.id.start, `${isText ? "" : `${name}[`}${name}${open}`);
  edits.insert(member.id.end, close);
  if (!member.initializer)
    edits.insert(member.id.end, previous ? `=${name}[${JSON.stringify(nameOf(previous))}]+1` : "=0");
  if (!isText) edits.insert(member.end, `]=${key}`);
  const comma = source.skipForward(member.end);
  if (source.text.charAt(comma) === ",") edits.overwrite(comma, ";");
  else edits.insert(member.end, ";");
}

/** Inside an enum its members go by their bare names. */
function qualifyMembers(node: EnumDeclaration, member: EnumMember, scopes: Scopes, edits: Edits): void {
  if (!member.initializer) return;
  walk(member.initializer, (inner) => {
    if (inner.type !== "Identifier") return;
    const binding = scopes.meaning.get(inner);
    const earlierPart = binding === null && scopes.module.bindings.get(node.id.name)?.ids.length !== 1;
    if (binding?.kind === "member" || (earlierPart && isMemberOfPart(node, inner.name, scopes)))
      edits.insert(inner.start, `${node.id.name}.`);
  });
}

/** Whether another part of a merged enum has a member of that name. */
function isMemberOfPart(node: EnumDeclaration, name: string, scopes: Scopes): boolean {
  return (scopes.module.bindings.get(node.id.name)?.ids ?? []).some((id) => {
    const part = scopes.parents.get(id);
    return part?.type === "TSEnumDeclaration" && part.members.some((member) => nameOf(member) === name);
  });
}

/** Whether TypeScript takes a member's value for a string, which has no name by number. */
function isString(value: Node, node: EnumDeclaration, stringMembers: ReadonlySet<string>): boolean {
  const inner = unwrap(value);
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "string";
    case "TemplateLiteral":
      return true;
    case "BinaryExpression":
      return (
        inner.operator === "+" &&
        (isString(inner.left, node, stringMembers) || isString(inner.right, node, stringMembers))
      );
    case "Identifier":
      return stringMembers.has(`${node.id.name}.${inner.name}`);
    case "MemberExpression":
      return (
        inner.object.type === "Identifier" &&
        inner.property.type === "Identifier" &&
        stringMembers.has(`${inner.object.name}.${inner.property.name}`)
      );
    default:
      return false;
  }
}

function nameOf(member: EnumMember): string {
  return member.id.type === "Identifier" ? member.id.name : String(member.id.value);
}
