// The module's variables and how they meet their host: initialisers go through `init`, and at the end `bind` is told how
// to read and write each.

import { isClass, unwrap } from "./tree.ts";
import type { Identifier, Node, Program, VariableDeclaration, VariableDeclarator } from "./ast.ts";
import type { Edits } from "./edits.ts";
import { hostName } from "./host-names.ts";
import type { Binding, Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

export interface ModuleVariable {
  readonly index: number;
  readonly name: string;
  readonly kind: "const" | "let" | "var";
  readonly binding: Binding;
  readonly id: Identifier;
  readonly declarator: VariableDeclarator;
  /** The initialiser, when the variable gets its whole value and no part by destructuring. */
  readonly init: Node | null;
}

/** Every let, const and var of the module, in order; those of blocks and loops only if they are var. `but`: no state. */
export function findVariables(scopes: Scopes, but: ReadonlySet<Node>): ModuleVariable[] {
  const found: Omit<ModuleVariable, "index">[] = [];
  for (const binding of scopes.module.bindings.values()) {
    const { name, kind, declaration: declarator, ids } = binding;
    const id = ids[0];
    if ((kind !== "let" && kind !== "const" && kind !== "var") || declarator.type !== "VariableDeclarator" || !id)
      continue;
    if (but.has(declarator)) continue;
    found.push({ name, kind, binding, id, declarator, init: declarator.id === id ? declarator.init : null });
  }
  found.sort((a, b) => a.id.start - b.id.start);
  return found.map((variable, index) => ({ index, ...variable }));
}

export function bindVariables(
  program: Program,
  variables: readonly ModuleVariable[],
  source: SourceText,
  edits: Edits,
): void {
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  for (const statement of program.body) {
    const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (node?.type === "VariableDeclaration" && !node.declare && isBound(node))
      bindDeclaration(node, byId, source, edits);
  }
}

/** The last statement of the module: behind all code, before a comment at the end. */
export function bindAccessors(variables: readonly ModuleVariable[], source: SourceText, edits: Edits): void {
  const accessors = variables.map(({ name }) => `{get:()=>${name},set:${hostName}=>{${name}=${hostName}}}`);
  edits.insert(source.skipBack(source.text.length), `;${hostName}.bind([${accessors.join(",")}]);`);
}

function isBound(node: VariableDeclaration): boolean {
  return node.kind === "const" || node.kind === "let" || node.kind === "var";
}

function bindDeclaration(
  node: VariableDeclaration,
  variables: ReadonlyMap<Identifier, ModuleVariable>,
  source: SourceText,
  edits: Edits,
): void {
  // The host must be able to set it; the person's own assignments to a const are compile errors.
  if (node.kind === "const") edits.overwrite(node.start, "let  ");
  // Destructured variables get their turn before the next declarator can use them, or after the statement.
  let waiting: string[] = [];
  for (const declarator of node.declarations) {
    const inits = boundBy(declarator.id, variables).map((variable) => ({
      ...variable,
      call: `${hostName}.init(${variable.index},`,
    }));
    const before = waiting.map((text) => `${text},`).join("");
    const single = declarator.id.type === "Identifier" ? inits[0] : undefined;
    if (declarator.init) {
      const start = source.skipForward(source.skipForward(declarator.id.end) + 1);
      const [open, close] = single ? nameKeeper(single.name, declarator.init) : ["", ""];
      if (before) edits.wrap(start, declarator.end, `(${before}`, ")");
      if (single) edits.wrap(start, declarator.end, single.call + open, `${close})`);
      waiting = [];
    } else if (single && node.kind !== "var") {
      edits.insert(declarator.end, `=${single.call}${before ? `(${before}undefined)` : "undefined"})`);
      waiting = [];
    }
    if (declarator.id.type !== "Identifier") waiting.push(...inits.map(({ name, call }) => `${name}=${call}${name})`));
  }
  // A call at the end could go on in the next line, where the bare initialiser could not.
  if (source.text.charAt(node.end - 1) !== ";") edits.insert(node.end, ";");
  if (waiting.length > 0) edits.insert(node.end, `${waiting.join(",")};`);
}

function boundBy(pattern: Node, variables: ReadonlyMap<Identifier, ModuleVariable>): ModuleVariable[] {
  return [...variables.values()].filter(({ id }) => id.start >= pattern.start && id.end <= pattern.end);
}

/** A class as an argument would lose the name that its variable gives it. (Functions are wrapped on their own.) */
function nameKeeper(name: string, init: Node): readonly [string, string] {
  const inner = unwrap(init);
  return isClass(inner) && !inner.id && name !== "__proto__" ? [`{${name}:`, `}.${name}`] : ["", ""];
}
