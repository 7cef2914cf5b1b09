// The functions that the runtime may be asked to call, each passed through the host's `fn` where it comes to be.

import { isFunction, unwrap, walk } from "./tree.ts";
import type { FunctionDeclaration, FunctionNode, Identifier, Node, Program } from "./ast.ts";
import type { Edits } from "./edits.ts";
import { hostName } from "./host-names.ts";
import { enclosingFunction, outermost, type Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

export interface FunctionSite {
  readonly index: number;
  readonly name: string;
  readonly node: FunctionNode;
  readonly how: "declaration" | "default" | "expression" | "inner" | "method";
  /** Where its text starts; a method's node only starts at its type parameters or parentheses. */
  readonly start: number;
  /** The key that a nameless function takes its name from. */
  readonly key: string | null;
}

/**
 * Function declarations at the top and right inside a callback of `gr.…(…)`, such as that of gr.Blocks; and function
 * expressions that are: a variable's initialiser there, the default export, an argument of `gr.…(…)`, `fn` or `value` of an
 * object.
 */
export function findFunctions(program: Program, scopes: Scopes): FunctionSite[] {
  const sites: FunctionSite[] = [];
  walk(program, (node) => {
    if (!isFunction(node)) return;
    const place = placeOf(node, scopes);
    if (place) sites.push({ index: sites.length, node, start: node.start, ...place });
  });
  return sites;
}

/** Wraps each; answers the statements for the start of the module that register the hoisted ones. */
export function registerFunctions(
  program: Program,
  sites: readonly FunctionSite[],
  scopes: Scopes,
  source: SourceText,
  edits: Edits,
): string[] {
  const hoisted: string[] = [];
  for (const { index, node, start, how, key, name } of sites) {
    const call = `${hostName}.fn(${index},`;
    const [open, close] = key === null ? ["", ""] : [`{${key}:`, `}.${key}`];
    switch (how) {
      case "declaration":
        hoisted.push(`${call}${name});`);
        break;
      case "inner":
        // Where its block begins: it is there from the start.
        edits.insert((scopes.parents.get(node)?.start ?? node.start) + 1, `${call}${name});`);
        break;
      case "default":
        edits.wrap(start, node.end, call + open, `${close});`);
        break;
      case "expression":
        edits.wrap(start, node.end, call + open, `${close})`);
        break;
      case "method":
        edits.wrap(start, node.end, `${name}:${call}{`, `}.${name})`);
    }
  }
  for (const node of program.body) {
    if (node.type !== "ExportDefaultDeclaration" || node.declaration.type.endsWith("Declaration")) continue;
    // After `() => {}` a line may start with a parenthesis; after a call it would go on with it.
    if (source.text.charAt(node.end - 1) !== ";") edits.insert(node.end, ";");
  }
  return hoisted;
}

type Place = Pick<FunctionSite, "name" | "how" | "key"> & Partial<Pick<FunctionSite, "start">>;

function placeOf(node: FunctionNode, scopes: Scopes): Place | null {
  if (node.type === "FunctionDeclaration") return placeOfDeclaration(node, scopes);
  const ownName = node.id?.name;
  let outer: Node = node;
  let parent = scopes.parents.get(node);
  while (parent && unwrap(parent) === unwrap(node)) {
    outer = parent;
    parent = scopes.parents.get(parent);
  }
  switch (parent?.type) {
    case "VariableDeclarator": {
      if (parent.init !== outer || parent.id.type !== "Identifier") return null;
      const { name } = parent.id;
      const isModules = scopes.module.bindings.get(name)?.declaration === parent;
      return isModules || isInCallback(node, scopes)
        ? { name: ownName ?? name, how: "expression", key: ownName ? null : keyFor(name) }
        : null;
    }
    case "ExportDefaultDeclaration":
      return { name: ownName ?? "default", how: "expression", key: ownName ? null : "default" };
    case "CallExpression":
      return parent.callee !== outer && isApiCall(parent.callee, scopes)
        ? { name: ownName ?? "anonymous", how: "expression", key: null }
        : null;
    case "Property": {
      if (parent.value !== outer || parent.computed || parent.kind !== "init") return null;
      const name =
        parent.key.type === "Identifier" ? parent.key.name : parent.key.type === "Literal" ? parent.key.value : null;
      if (name !== "fn" && !(name === "value" && isOption(parent, scopes))) return null;
      if (parent.method) return { name, how: "method", start: parent.start, key: null };
      return { name: ownName ?? name, how: "expression", key: ownName ? null : name };
    }
    default:
      return null;
  }
}

/** Whether a function stands right inside one that is an argument of `gr.…(…)`: it runs when the app is made, not often. */
function isInCallback(node: FunctionNode, scopes: Scopes): boolean {
  const callback = enclosingFunction(node, scopes);
  const call = callback && scopes.parents.get(outermost(callback, scopes));
  return call?.type === "CallExpression" && call.callee !== callback && isApiCall(call.callee, scopes);
}

function placeOfDeclaration(node: FunctionDeclaration, scopes: Scopes): Place | null {
  const parent = scopes.parents.get(node);
  if (parent?.type === "BlockStatement" && node.id && isInCallback(node, scopes)) {
    return { name: node.id.name, how: "inner", key: null };
  }
  const atTop =
    parent?.type === "Program" ||
    parent?.type === "ExportNamedDeclaration" ||
    parent?.type === "ExportDefaultDeclaration";
  if (!atTop) return null;
  if (node.id) return { name: node.id.name, how: "declaration", key: null };
  return { name: "default", how: "default", key: "default" };
}

function keyFor(name: string): string | null {
  return name === "__proto__" ? null : name;
}

/** Whether a callee is a member of what "interstate" exports, or a chain on the result of one. */
export function isApiCall(callee: Node, scopes: Scopes): boolean {
  const inner = unwrap(callee);
  if (inner.type === "Identifier") return scopes.meaning.get(inner)?.kind === "import";
  if (inner.type === "CallExpression") return isApiCall(inner.callee, scopes) && !isLocal(inner.callee, scopes);
  return inner.type === "MemberExpression" && isApiCall(inner.object, scopes);
}

/** What a name, or a member of a name, is called in "interstate", however it was imported; null for anything else. */
export function apiName(node: Node, scopes: Scopes): string | null {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return importedName(inner, scopes);
  if (inner.type !== "MemberExpression" || !isApiCall(inner.object, scopes)) return null;
  const { property, computed } = inner;
  if (property.type === "Literal") return String(property.value);
  return property.type === "Identifier" && !computed ? property.name : null;
}

/** `gr.local(value)` gives the value itself back; all else of "interstate" copies or reads what it gets. */
export function isLocal(callee: Node, scopes: Scopes): boolean {
  return apiName(callee, scopes) === "local";
}

/** Whether a property stands in an object literal that is an argument of `gr.…(…)`. */
export function isOption(property: Node, scopes: Scopes): boolean {
  const object = scopes.parents.get(property);
  const call = object && scopes.parents.get(object);
  return call?.type === "CallExpression" && isApiCall(call.callee, scopes);
}

/** null for the whole namespace too. */
function importedName(id: Identifier, scopes: Scopes): string | null {
  const binding = scopes.meaning.get(id);
  const declaration = binding?.declaration;
  if (binding?.kind !== "import" || declaration?.type !== "ImportDeclaration") return null;
  const specifier = declaration.specifiers.find(({ local }) => local.name === id.name);
  if (specifier?.type !== "ImportSpecifier" || !specifier.imported) return null;
  return specifier.imported.type === "Identifier" ? specifier.imported.name : String(specifier.imported.value);
}
