// The chips in the code: what kind of state stands where, and why.

import type { StateMark } from "../protocol/compiled.ts";
import { isTypeOnly, unwrap, walk } from "./tree.ts";
import type { Identifier, Node, Program } from "./ast.ts";
import { globalNameOf } from "./data-depth.ts";
import { apiName, isApiCall } from "./functions.ts";
import { whyOwn } from "./own-values.ts";
import { isDataMethod } from "./pure-methods.ts";
import type { Reach } from "./reach.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import type { ModuleVariable } from "./variables.ts";

interface MarkInput {
  readonly program: Program;
  readonly source: SourceText;
  readonly scopes: Scopes;
  readonly variables: readonly ModuleVariable[];
  readonly reach: Reach;
}

const session = "it is kept in a State";
const browser = "it is kept in a BrowserState, which users side by side share too";

export function toMarks(input: MarkInput): StateMark[] {
  const { source } = input;
  const marks = input.variables.flatMap((variable) => markVariable(variable, input) ?? []);
  walk(input.program, (node) => {
    const state = stateCall(node, input.scopes) ?? stateType(node, input.scopes);
    if (state)
      marks.push({
        kind: state.browser ? "browser" : "session",
        name: state.name,
        why: state.browser ? browser : session,
        range: source.rangeOf(state.at),
      });
  });
  return marks.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}

function markVariable(variable: ModuleVariable, { source, scopes, reach }: MarkInput): StateMark | null {
  const { name, id } = variable;
  const range = source.range(id.start, source.identifierEnd(id.start));
  const api = apiMember(variable.init, scopes);
  if (reach.isFunctionValued(variable) || (api !== null && api !== "local")) return null;
  const { role, why } = reach.roleOf(variable);
  if (role === "constant") return { kind: "constant", name, why, range };
  const once = whyOnce(variable, scopes);
  if (once) return { kind: "once", name, why: `${once}, so every user's worker has its own`, range };
  return {
    kind: "global",
    name,
    why: `it stands outside the function, and ${why.replace("because ", "")}`,
    range,
  };
}

const dataClasses =
  /^(?:Map|Set|Date|RegExp|Array|Object|ArrayBuffer|\w+Array|DataView|Blob|File|ImageData|String|Number|Boolean)$/;

/** Why a value is obviously no data, or very likely none; null if it may be. The worker finds out for certain. */
function whyOnce(variable: ModuleVariable, scopes: Scopes): string | null {
  const certain = whyOwn(variable, scopes);
  if (certain !== null) return certain;
  const { init, binding } = variable;
  for (const reference of binding.references) {
    const use = foreignUse(reference, scopes);
    if (use !== null) return use;
  }
  const value = init && unwrap(init);
  const made = value?.type === "AwaitExpression" && value.argument ? unwrap(value.argument) : value;
  if (made?.type !== "NewExpression") return null;
  const name = globalNameOf(made.callee, scopes);
  return name === null || dataClasses.test(name) ? null : `it is an instance of ${name}`;
}

/** What is done with a value that can't be done with data: it is called, or has a method that data does not have. */
function foreignUse(reference: Identifier, scopes: Scopes): string | null {
  const parent = scopes.parents.get(reference);
  if (parent?.type === "CallExpression" && parent.callee === reference) return "it is called as a function";
  if (parent?.type !== "MemberExpression" || parent.object !== reference || parent.computed) return null;
  const call = scopes.parents.get(parent);
  if (call?.type !== "CallExpression" || call.callee !== parent || parent.property.type !== "Identifier") return null;
  return isDataMethod(parent.property.name) ? null : `its ${parent.property.name}() is no method of data`;
}

/** `State` for `gr.State(…)`; null for anything else. */
function apiMember(node: Node | null, scopes: Scopes): string | null {
  const call = node && unwrap(node);
  if (call?.type !== "CallExpression" || !isApiCall(call.callee, scopes)) return null;
  return apiName(call.callee, scopes) ?? "";
}

interface StatePlace {
  readonly name: string;
  readonly at: Node;
  readonly browser: boolean;
}

function stateCall(node: Node, scopes: Scopes): StatePlace | null {
  if (node.type !== "CallExpression") return null;
  const kind = stateKindOf(node, scopes);
  return kind && { name: nameAround(node, scopes) ?? kind, at: node.callee, browser: kind === "BrowserState" };
}

/** Which of the two a call makes, if any. */
export function stateKindOf(call: Node, scopes: Scopes): "State" | "BrowserState" | null {
  const name = apiMember(call, scopes);
  return name === "State" || name === "BrowserState" ? name : null;
}

/** `gr.State<T>` as the type of a parameter. */
function stateType(node: Node, scopes: Scopes): StatePlace | null {
  if (node.type !== "Identifier" || isTypeOnly(node)) return null;
  const type = node.typeAnnotation?.typeAnnotation;
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "TSQualifiedName") return null;
  const { left, right } = type.typeName;
  const isApi = left.type === "Identifier" && scopes.module.bindings.get(left.name)?.kind === "import";
  if (!isApi || (right.name !== "State" && right.name !== "BrowserState")) return null;
  return { name: node.name, at: type.typeName, browser: right.name === "BrowserState" };
}

/** The variable that a State is kept in, if there is one. */
export function nameAround(node: Node, scopes: Scopes): string | null {
  const parent = scopes.parents.get(node);
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : null;
}
