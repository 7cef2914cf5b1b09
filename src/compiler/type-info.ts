// TypeScript's types as far as they decide which component an input or output is.

import type { RecordField, TypeInfo } from "../protocol/compiled.ts";
import { unwrap } from "./tree.ts";
import type { Node, Program } from "./ast.ts";
import type { Scopes } from "./scopes.ts";

export interface TypeContext {
  readonly program: Program;
  readonly scopes: Scopes;
}

const unknown: TypeInfo = { kind: "unknown" };

export function toTypeInfo(type: Node, context: TypeContext, depth = 0): TypeInfo {
  // Aliases may name each other in circles.
  if (depth > 20) return unknown;
  const inner = (node: Node) => toTypeInfo(node, context, depth + 1);
  switch (type.type) {
    case "TSNumberKeyword":
      return { kind: "number" };
    case "TSStringKeyword":
      return { kind: "string" };
    case "TSBooleanKeyword":
      return { kind: "boolean" };
    case "TSTypeOperator":
    case "TSParenthesizedType":
      return inner(type.typeAnnotation);
    case "TSLiteralType":
      return toLiteralType(type.literal);
    case "TSUnionType":
      return toUnion(type.types.filter((member) => !isNothing(member)).map(inner));
    case "TSArrayType":
      return toRecords(type.elementType, context, depth);
    case "TSTypeReference":
      return toReference(type.typeName, type.typeArguments?.params ?? [], context, depth);
    default:
      return unknown;
  }
}

/** Without a declared type a literal default says what it is. */
export function typeOfLiteral(node: Node): TypeInfo {
  const inner = unwrap(node);
  if (inner.type === "TemplateLiteral") return { kind: "string" };
  if (inner.type === "UnaryExpression" && (inner.operator === "-" || inner.operator === "+"))
    return typeOfLiteral(inner.argument);
  if (inner.type === "UnaryExpression" && inner.operator === "!") return { kind: "boolean" };
  if (inner.type === "ArrayExpression")
    return inner.elements.length > 0 && inner.elements.every((element) => element?.type === "ObjectExpression")
      ? { kind: "records", fields: [] }
      : unknown;
  return inner.type === "Literal" ? toScalar(inner.value) : unknown;
}

/** What a call gives: the content of a promise, the items of a generator. */
export function unwrapResult(type: Node): Node {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return type;
  const isWrapper =
    /^(?:Promise|PromiseLike|Awaited|(?:Async)?(?:Generator|Iterable|Iterator|IterableIterator|IteratorObject))$/.test(
      type.typeName.name,
    );
  const first = type.typeArguments?.params[0];
  return isWrapper && first ? unwrapResult(first) : type;
}

function toLiteralType(literal: Node): TypeInfo {
  const inner = unwrap(literal);
  if (inner.type === "UnaryExpression" && inner.argument.type === "Literal" && typeof inner.argument.value === "number")
    return { kind: "choices", values: [-inner.argument.value] };
  if (inner.type !== "Literal") return unknown;
  if (typeof inner.value === "string" || typeof inner.value === "number")
    return { kind: "choices", values: [inner.value] };
  return toScalar(inner.value);
}

function toScalar(value: unknown): TypeInfo {
  if (typeof value === "number") return { kind: "number" };
  if (typeof value === "string") return { kind: "string" };
  return typeof value === "boolean" ? { kind: "boolean" } : unknown;
}

function toUnion(members: readonly TypeInfo[]): TypeInfo {
  const [first] = members;
  if (!first) return unknown;
  const values: (string | number)[] = [];
  for (const member of members) if (member.kind === "choices") values.push(...member.values);
  if (members.every(({ kind }) => kind === "choices")) return { kind: "choices", values: [...new Set(values)] };
  return members.every(({ kind }) => kind === first.kind) ? first : unknown;
}

/** `undefined` and `null` in a union make it optional, which is told apart. */
function isNothing(type: Node): boolean {
  if (type.type === "TSUndefinedKeyword" || type.type === "TSNullKeyword") return true;
  return type.type === "TSLiteralType" && type.literal.type === "Literal" && type.literal.value === null;
}

function toReference(name: Node, args: readonly Node[], context: TypeContext, depth: number): TypeInfo {
  const [first] = args;
  if (name.type === "TSQualifiedName") {
    const isState = name.right.name === "State" && isApiName(name.left, context);
    return isState ? { kind: "state", of: first ? toTypeInfo(first, context, depth + 1) : unknown } : unknown;
  }
  if (name.type !== "Identifier") return unknown;
  const declared = findType(name.name, context.program);
  if (declared?.type === "TSTypeAliasDeclaration") return toTypeInfo(declared.typeAnnotation, context, depth + 1);
  if (declared?.type === "TSEnumDeclaration") return toEnum(declared);
  if (declared) return unknown;
  switch (name.name) {
    case "State":
      return isApiName(name, context)
        ? { kind: "state", of: first ? toTypeInfo(first, context, depth + 1) : unknown }
        : unknown;
    case "Blob":
      return { kind: "blob" };
    case "File":
      return { kind: "file" };
    case "Date":
      return { kind: "date" };
    case "Array":
    case "ReadonlyArray":
      return first ? toRecords(first, context, depth) : unknown;
    case "Readonly":
    case "NonNullable":
      return first ? toTypeInfo(first, context, depth + 1) : unknown;
    default:
      return unknown;
  }
}

function toEnum(node: Node & { readonly members: readonly { readonly initializer?: Node }[] }): TypeInfo {
  const values: (string | number)[] = [];
  for (const { initializer } of node.members) {
    const last = values.at(-1);
    const value =
      initializer?.type === "Literal"
        ? initializer.value
        : initializer
          ? null
          : typeof last === "number"
            ? last + 1
            : 0;
    if (typeof value !== "string" && typeof value !== "number") return unknown;
    values.push(value);
  }
  return { kind: "choices", values };
}

function isApiName(node: Node, { scopes }: TypeContext): boolean {
  return node.type === "Identifier" && scopes.module.bindings.get(node.name)?.kind === "import";
}

function toRecords(row: Node, context: TypeContext, depth: number): TypeInfo {
  const fields = fieldsOf(row, context, depth);
  return fields ? { kind: "records", fields } : unknown;
}

/** The named properties of an object type, which is a row of a table then; null for any other type. */
function fieldsOf(type: Node, context: TypeContext, depth: number): readonly RecordField[] | null {
  if (depth > 20) return null;
  if (type.type === "TSParenthesizedType") return fieldsOf(type.typeAnnotation, context, depth + 1);
  if (type.type === "TSTypeLiteral") {
    const fields = toFields(type.members, context, depth);
    return fields.length > 0 ? fields : null;
  }
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return null;
  if (type.typeName.name === "Record") return [];
  const declared = findType(type.typeName.name, context.program);
  if (declared?.type === "TSInterfaceDeclaration") {
    return declared.body.type === "TSInterfaceBody" ? toFields(declared.body.body, context, depth) : [];
  }
  return declared?.type === "TSTypeAliasDeclaration" ? fieldsOf(declared.typeAnnotation, context, depth + 1) : null;
}

const datatypes: Readonly<Record<string, RecordField["datatype"]>> = {
  number: "number",
  boolean: "bool",
  date: "date",
};

function toFields(members: readonly Node[], context: TypeContext, depth: number): RecordField[] {
  return members.flatMap((member): RecordField[] => {
    if (member.type !== "TSPropertySignature" || member.computed || member.key.type !== "Identifier") return [];
    const declared = member.typeAnnotation;
    const type =
      declared?.type === "TSTypeAnnotation" ? toTypeInfo(declared.typeAnnotation, context, depth + 1) : unknown;
    const scalar = type.kind === "choices" ? typeof type.values[0] : type.kind;
    return [{ name: member.key.name, datatype: datatypes[scalar] ?? "str" }];
  });
}

function findType(name: string, program: Program): Node | null {
  for (const statement of program.body) {
    const node =
      statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
    const isType =
      node.type === "TSTypeAliasDeclaration" ||
      node.type === "TSInterfaceDeclaration" ||
      node.type === "TSEnumDeclaration";
    if (isType && node.id.name === name) return node;
  }
  return null;
}
