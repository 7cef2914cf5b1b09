// A bare function as default export, read from its text: what its parameters and its result are, in words and types.

import type { ParameterInfo, Signature } from "../protocol/compiled.ts";
import { bareFunctionOf, findApp } from "./app-call.ts";
import { unwrap } from "./tree.ts";
import type { FunctionNode, Node, Program } from "./ast.ts";
import { readDocs } from "./doc-comment.ts";
import type { Docs } from "./doc-comment.ts";
import { readRange } from "./help-range.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import { toTypeInfo, typeOfLiteral, unwrapResult } from "./type-info.ts";
import type { TypeContext } from "./type-info.ts";

export function toSignature(program: Program, source: SourceText, scopes: Scopes): Signature | null {
  const node = bareFunctionOf(findApp(program, scopes));
  if (!node) return null;
  const types: TypeContext = { program, scopes };
  const name = nameOf(node, scopes);
  const docs = readDocs(statementOf(node, scopes), source);
  const title = toWords(name === "default" ? "" : name);
  return {
    name,
    title,
    description: withoutTitle(docs.description, title),
    parameters: node.params.filter(isParameter).map((param, i) => toParameter(param, i, docs, types)),
    result: node.returnType ? toTypeInfo(unwrapResult(node.returnType.typeAnnotation), types) : null,
  };
}

/** Comments often begin with what the function is called, which the heading says already. */
function withoutTitle(description: string, title: string): string {
  const [first = "", ...rest] = description.split("\n");
  const isTitle = title !== "" && first.trim().replace(/\.$/, "").toLowerCase() === title.toLowerCase();
  return isTitle ? rest.join("\n").trim() : description;
}

/** `trackScore` → "Track score", `load_URL2` → "Load URL2". */
export function toWords(name: string): string {
  const words = name
    .replace(/[_$]+/g, " ")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .trim()
    .split(/\s+/)
    .map((word) => (/^\p{Lu}\p{Ll}*$/u.test(word) && word.length > 1 ? word.toLowerCase() : word))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toParameter(param: Node, index: number, docs: Docs, types: TypeContext): ParameterInfo {
  const target = param.type === "AssignmentPattern" ? param.left : param;
  const value = param.type === "AssignmentPattern" ? literalJson(param.right) : null;
  const declared =
    "typeAnnotation" in target && target.typeAnnotation?.type === "TSTypeAnnotation"
      ? target.typeAnnotation.typeAnnotation
      : null;
  const name = target.type === "Identifier" ? target.name : `input${index + 1}`;
  const help = docs.params.get(name) ?? "";
  return {
    name,
    type: declared
      ? toTypeInfo(declared, types)
      : param.type === "AssignmentPattern"
        ? typeOfLiteral(param.right)
        : { kind: "unknown" },
    optional: param.type === "AssignmentPattern" || (target.type === "Identifier" && target.optional === true),
    defaultJson: value === null ? null : value.json,
    help,
    range: readRange(help),
  };
}

/** `this` is a type for the editor; `progress = gr.Progress()` and `request = gr.Request()` are the call's own. */
function isParameter(param: Node): boolean {
  if (param.type === "RestElement") return false;
  if (param.type === "Identifier") return param.name !== "this";
  if (param.type !== "AssignmentPattern") return true;
  const call = unwrap(param.right);
  if (call.type !== "CallExpression") return true;
  const callee = unwrap(call.callee);
  return !(
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    /^(?:Progress|Request)$/.test(callee.property.name)
  );
}

/** The JSON of a literal; null if the text is none. */
function literalJson(node: Node): { readonly json: string } | null {
  const value = literalValue(node);
  return value === undefined ? null : { json: JSON.stringify(value.value) };
}

function literalValue(node: Node): { readonly value: unknown } | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "bigint" || inner.value instanceof RegExp || inner.bigint !== undefined
        ? undefined
        : { value: inner.value };
    case "TemplateLiteral": {
      const [quasi] = inner.quasis;
      return inner.expressions.length === 0 && quasi?.type === "TemplateElement"
        ? { value: quasi.value.cooked }
        : undefined;
    }
    case "UnaryExpression": {
      const operand = literalValue(inner.argument)?.value;
      return typeof operand === "number" && inner.operator === "-" ? { value: -operand } : undefined;
    }
    case "ArrayExpression": {
      const items = inner.elements.map((element) => element && literalValue(element));
      return items.every((item) => item != null) ? { value: items.map((item) => item.value) } : undefined;
    }
    case "ObjectExpression": {
      const entries = inner.properties.map((property): [string, unknown] | null => {
        if (property.type !== "Property" || property.computed || property.kind !== "init") return null;
        const value = literalValue(property.value);
        const key =
          property.key.type === "Identifier"
            ? property.key.name
            : property.key.type === "Literal"
              ? String(property.key.value)
              : null;
        return value && key !== null ? [key, value.value] : null;
      });
      return entries.every((entry) => entry !== null) ? { value: Object.fromEntries(entries) } : undefined;
    }
    default:
      return undefined;
  }
}

function nameOf(node: FunctionNode, scopes: Scopes): string {
  if (node.id) return node.id.name;
  for (let outer = scopes.parents.get(node); outer; outer = scopes.parents.get(outer))
    if (outer.type === "VariableDeclarator" && outer.id.type === "Identifier") return outer.id.name;
  return "default";
}

function statementOf(node: FunctionNode, scopes: Scopes): Node {
  let outer: Node = node;
  for (let parent = scopes.parents.get(outer); parent && parent.type !== "Program"; parent = scopes.parents.get(outer))
    outer = parent;
  return outer;
}
