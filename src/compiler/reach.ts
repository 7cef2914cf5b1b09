// Which functions can change shared variables, through whatever they call or mention. In doubt they can: then their calls
// queue for the lock. One that is wrongly found unable would throw at its first write, so nothing is ever lost.

import { isClass, isFunction, isTypeOnly, unwrap, childrenOf } from "./ast.ts";
import type { FunctionNode, Identifier, Node, Program } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { dataDepth, globalNameOf } from "./data-depth.ts";
import type { FunctionSite } from "./functions.ts";
import { isApiCall } from "./functions.ts";
import { isHarmless } from "./mentions.ts";
import type { MentionContext } from "./mentions.ts";
import { decideRole, isFunctionValued } from "./roles.ts";
import type { Role } from "./roles.ts";
import type { Binding, Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import type { ModuleVariable } from "./variables.ts";

export interface ReachInput {
  readonly program: Program;
  readonly source: SourceText;
  readonly scopes: Scopes;
  readonly variables: readonly ModuleVariable[];
  readonly sites: readonly FunctionSite[];
}

export class Reach {
  readonly #input: ReachInput;
  readonly #context: MentionContext;
  readonly #variables = new Map<Binding, ModuleVariable>();
  readonly #roles: readonly Role[];
  /** Whether any shared variable may be data. */
  readonly #sharesData: boolean;
  /** Where the program reaches into its environment in a way that no text analysis follows. */
  readonly #opening: Node | null;

  constructor(input: ReachInput) {
    const { scopes, source, variables } = input;
    this.#input = input;
    for (const variable of variables) this.#variables.set(variable.binding, variable);
    this.#context = {
      scopes,
      moduleBindings: new Set(this.#variables.keys()),
      hostOnly: new Set(input.sites.filter((site) => isHostOnly(site, scopes)).map(({ node }) => node)),
    };
    this.#opening = findOpening(input.program, scopes);
    this.#roles = variables.map((variable) => decideRole(variable, this.#context, source));
    this.#sharesData = variables.some((variable) => this.#mayBeSharedData(variable));
  }

  roleOf(variable: ModuleVariable): Role {
    return this.#roles[variable.index] ?? { role: "shared", why: "", writer: null };
  }

  isFunctionValued(variable: ModuleVariable): boolean {
    return isFunctionValued(variable, this.#input.scopes);
  }

  writesOf({ node }: FunctionSite): { readonly writes: boolean; readonly why: string } {
    if (!this.#sharesData) return { writes: false, why: "because there is no shared variable that it could change" };
    if (this.#opening) {
      const line = this.#lineOf(this.#opening);
      return { writes: true, why: `because line ${line} reaches into the environment, so it may change anything` };
    }
    const trail: Trail = { visited: new Set(), reads: new Set() };
    const why = this.#findWrite(node, trail);
    if (why !== null) return { writes: true, why };
    const reads = [...trail.reads];
    if (reads.length === 0) return { writes: false, why: "because it uses no shared variable" };
    return { writes: false, why: `because it only reads ${reads.join(", ")}` };
  }

  #mayBeSharedData(variable: ModuleVariable): boolean {
    const { init } = variable;
    const isApi = init !== null && isApiResult(init, this.#input.scopes);
    return this.roleOf(variable).role === "shared" && !this.isFunctionValued(variable) && !isApi;
  }

  /** Why a piece of code may change a shared variable when it runs; null if it can't. */
  #findWrite(code: Node, trail: Trail): string | null {
    if (trail.visited.has(code)) return null;
    trail.visited.add(code);
    return this.#findWriteInside(code, code, trail);
  }

  #findWriteInside(node: Node, root: Node, trail: Trail): string | null {
    if (isTypeOnly(node)) return null;
    if (node.type === "Identifier") {
      const binding = this.#input.scopes.meaning.get(node);
      return binding ? this.#findWriteThrough(node, binding, root, trail) : null;
    }
    for (const child of childrenOf(node)) {
      const why = this.#findWriteInside(child, root, trail);
      if (why !== null) return why;
    }
    return null;
  }

  #findWriteThrough(mention: Identifier, binding: Binding, root: Node, trail: Trail): string | null {
    const variable = this.#variables.get(binding);
    if (this.#isReadFromCode(mention, binding))
      return `because it uses ${binding.name} on line ${this.#lineOf(mention)}, which may hold shared state`;
    if (variable) return this.#findWriteToVariable(mention, variable, trail);
    if (binding.kind === "function" || binding.kind === "class") return this.#findWrite(binding.declaration, trail);
    if (binding.kind === "import" || binding.kind === "enum" || binding.kind === "member") return null;
    const isOwn = binding.scope.node.start >= root.start && binding.scope.node.end <= root.end;
    return isOwn ? null : this.#findWriteToCaptured(mention, binding, trail);
  }

  #findWriteToVariable(mention: Identifier, variable: ModuleVariable, trail: Trail): string | null {
    const { scopes } = this.#input;
    if (this.isFunctionValued(variable)) return variable.init && this.#findWrite(unwrap(variable.init), trail);
    const line = this.#lineOf(mention);
    if (isAssigned(mention, scopes)) return `because it assigns to ${variable.name} on line ${line}`;
    if (this.roleOf(variable).role === "shared" && !isHarmless(mention, Infinity, this.#context)) {
      if (this.#isDirectWrite(mention)) return `because it changes ${variable.name} on line ${line}`;
      return `because what it does with ${variable.name} on line ${line} may change it`;
    }
    trail.reads.add(variable.name);
    return this.#findWriteInValue(variable, trail);
  }

  /** Something taken from a function or class that the program keeps things in (`f.list = list`). */
  #isReadFromCode(mention: Identifier, binding: Binding): boolean {
    const { scopes } = this.#input;
    const parent = scopes.parents.get(mention);
    if (parent?.type !== "MemberExpression" || parent.object !== mention) return false;
    const variable = this.#variables.get(binding);
    const isCode = variable ? this.isFunctionValued(variable) : binding.kind === "function" || binding.kind === "class";
    return (
      isCode &&
      binding.references.some((reference) => isKeptIn(reference, scopes)) &&
      !isHarmless(mention, Infinity, this.#context)
    );
  }

  /** Reading a property may run code that the value brought along: a getter, a method. */
  #findWriteInValue(variable: ModuleVariable, trail: Trail): string | null {
    const { scopes } = this.#input;
    const values = [variable.declarator.init, ...assignedValues(variable.binding, scopes)];
    for (const value of values) {
      if (!value || dataDepth(value, scopes) < Infinity || isApiResult(value, scopes) || trail.visited.has(value))
        continue;
      trail.visited.add(value);
      const why = this.#findWriteOfCode(value, trail);
      if (why !== null) return why;
    }
    return null;
  }

  /** Looks through the functions and classes that an expression mentions or holds, but not at what it does itself. */
  #findWriteOfCode(node: Node, trail: Trail): string | null {
    if (isTypeOnly(node)) return null;
    if (isFunction(node) || isClass(node)) return this.#findWrite(node, trail);
    if (node.type === "Identifier") {
      const binding = this.#input.scopes.meaning.get(node);
      if (!binding) return null;
      if (binding.kind === "function" || binding.kind === "class") return this.#findWrite(binding.declaration, trail);
      const variable = this.#variables.get(binding);
      if (!variable) return null;
      if (this.isFunctionValued(variable)) return variable.init && this.#findWrite(unwrap(variable.init), trail);
      return this.#findWriteInValue(variable, trail);
    }
    for (const child of childrenOf(node)) {
      const why = this.#findWriteOfCode(child, trail);
      if (why !== null) return why;
    }
    return null;
  }

  /** A local variable of a function around this one: it may be an alias of a shared one. */
  #findWriteToCaptured(mention: Identifier, binding: Binding, trail: Trail): string | null {
    const { scopes } = this.#input;
    const { declaration } = binding;
    if (declaration.type === "VariableDeclarator" && declaration.init && declaration.id.type === "Identifier") {
      const init = unwrap(declaration.init);
      const isFixed = !binding.references.some((reference) => isAssigned(reference, scopes));
      if (isFixed && (isFunction(init) || isClass(init))) return this.#findWrite(init, trail);
      if (dataDepth(init, scopes) < Infinity && isFixed) return null;
      if (isApiResult(init, scopes) && isFixed) return null;
    }
    if (isAssigned(mention, scopes) || isHarmless(mention, Infinity, this.#context)) return null;
    return `because it uses ${binding.name} on line ${this.#lineOf(mention)}, which may hold shared state`;
  }

  #isDirectWrite(mention: Identifier): boolean {
    const parent = this.#input.scopes.parents.get(mention);
    if (parent?.type !== "MemberExpression" || parent.object !== mention) return false;
    const outer = this.#input.scopes.parents.get(parent);
    if (outer?.type !== "CallExpression") return isAssigned(parent, this.#input.scopes);
    const name = parent.property.type === "Identifier" ? parent.property.name : "";
    return /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/.test(name);
  }

  #lineOf(node: Node): number {
    return this.#input.source.position(node.start).line;
  }
}

interface Trail {
  /** Code that has been looked at. */
  readonly visited: Set<Node>;
  readonly reads: Set<string>;
}

/** Whether only the host calls a function: it stands in the app's declaration and nothing in the module names it otherwise. */
function isHostOnly({ node, how }: FunctionSite, scopes: Scopes): boolean {
  if (how === "default" || how === "method") return true;
  const parent = scopes.parents.get(node);
  if (parent?.type === "Property" || parent?.type === "ExportDefaultDeclaration")
    return !node.id || node.type === "ArrowFunctionExpression" || hasNoOther(node, scopes);
  return hasNoOther(node, scopes);
}

function hasNoOther(node: FunctionNode, scopes: Scopes): boolean {
  const binding = scopes.bindings.find(
    ({ declaration }) =>
      declaration === node ||
      (declaration.type === "VariableDeclarator" && declaration.init !== null && unwrap(declaration.init) === node),
  );
  return binding !== undefined && binding.references.every((reference) => isHandedToHost(reference, scopes));
}

/** `fn: name`, `value: name`, `gr.Interface(name, …)`, `export default name`. */
function isHandedToHost(reference: Identifier, scopes: Scopes): boolean {
  const parent = scopes.parents.get(reference);
  if (parent?.type === "ExportDefaultDeclaration" || parent?.type === "ExportSpecifier") return true;
  if (parent?.type !== "Property" || parent.key.type !== "Identifier" || parent.computed) return false;
  if (parent.key.name !== "fn" && parent.key.name !== "value") return false;
  const object = scopes.parents.get(parent);
  const call = object && scopes.parents.get(object);
  return call?.type === "CallExpression" && isApiCall(call.callee, scopes);
}

/** What `gr.Textbox()` and the like give back is no shared data; `gr.local(value)` is the value. */
function isApiResult(value: Node, scopes: Scopes): boolean {
  const inner = unwrap(value);
  return inner.type === "CallExpression" && isApiCall(inner.callee, scopes);
}

function assignedValues(binding: Binding, scopes: Scopes): Node[] {
  return binding.references.flatMap((reference) => {
    const parent = scopes.parents.get(reference);
    return parent?.type === "AssignmentExpression" && parent.left === reference ? [parent.right] : [];
  });
}

function isKeptIn(reference: Identifier, scopes: Scopes): boolean {
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
function findOpening(program: Program, scopes: Scopes): Node | null {
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
    if (parent?.type !== "MemberExpression" || parent.object !== node) return node;
    node = parent;
  }
}
