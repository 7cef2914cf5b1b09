// Which functions can change shared variables, through whatever they call or mention. In doubt they can: then their calls
// queue for the lock. One that is wrongly found unable would throw at its first write, so nothing is ever lost.

import { childrenOf, isClass, isFunction, isTypeOnly, unwrap } from "./tree.ts";
import type { Identifier, Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { dataDepth } from "./data-depth.ts";
import type { FunctionSite } from "./functions.ts";
import { isApiCall } from "./functions.ts";
import { isHostOnly } from "./host-only.ts";
import { findKeptCode } from "./kept-code.ts";
import { isHarmless } from "./mentions.ts";
import type { MentionContext } from "./mentions.ts";
import { findOpening, isKeptIn } from "./openings.ts";
import { whyOwn } from "./own-values.ts";
import { decideRole, isFunctionValued } from "./roles.ts";
import type { Role } from "./roles.ts";
import { enclosingFunction, outermost } from "./scopes.ts";
import type { Binding, Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import type { ModuleVariable } from "./variables.ts";

export interface ReachInput {
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
  /** Shared variables that may be data. */
  readonly #shared: readonly ModuleVariable[];
  /** Whether a shared container may have got to where no name leads to it: into a closure, an instance, a local list. */
  readonly #leaks: boolean;
  /** Whether code that may write a shared variable may have got there. */
  #keepsCode = false;
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
    this.#opening = findOpening(scopes);
    this.#roles = variables.map((variable) => decideRole(variable, this.#context, source));
    this.#shared = variables.filter((variable) => this.#mayBeSharedData(variable));
    this.#leaks = this.#shared.some(({ binding }) => binding.references.some((reference) => this.#isLeak(reference)));
    if (this.#shared.length > 0 && !this.#opening) this.#keepsCode = this.#findKeptCode();
  }

  roleOf(variable: ModuleVariable): Role {
    return this.#roles[variable.index] ?? { role: "shared", why: "" };
  }

  isFunctionValued(variable: ModuleVariable): boolean {
    return isFunctionValued(variable, this.#input.scopes);
  }

  writesOf({ node }: FunctionSite): { readonly writes: boolean; readonly why: string } {
    if (this.#shared.length === 0)
      return { writes: false, why: "because there is no shared variable that it could change" };
    if (this.#opening) {
      const line = this.#lineOf(this.#opening);
      return { writes: true, why: `because line ${line} reaches into the environment, so it may change anything` };
    }
    const trail = newTrail();
    const why = this.#findWrite(node, trail);
    if (why !== null) return { writes: true, why };
    const reads = [...trail.reads];
    if (reads.length === 0) return { writes: false, why: "because it uses no shared variable" };
    return { writes: false, why: `because it only reads ${reads.join(", ")}` };
  }

  #findKeptCode(): boolean {
    const writers = new Set<Node>();
    const trail = newTrail();
    const mayWrite = (code: Node): boolean => {
      if (writers.has(code)) return true;
      const clean = trail.visited.size;
      if (this.#findWrite(code, trail) === null) return false;
      // What was looked at on the way may write too; what was before does not.
      for (const visited of [...trail.visited].slice(clean)) trail.visited.delete(visited);
      writers.add(code);
      return true;
    };
    return findKeptCode(this.#input.scopes, mayWrite) !== null;
  }

  #mayBeSharedData(variable: ModuleVariable): boolean {
    const { init } = variable;
    const { scopes } = this.#input;
    if (this.roleOf(variable).role === "constant" || whyOwn(variable, scopes) !== null) return false;
    return init === null || !isApiResult(init, scopes);
  }

  #isLeak(reference: Identifier): boolean {
    const { scopes } = this.#input;
    if (isAssigned(reference, scopes) || isHarmless(reference, Infinity, this.#context)) return false;
    if (!this.#isDirectWrite(reference)) return true;
    // `list.pop()` hands on what was in it, `list.sort()` itself.
    const member = scopes.parents.get(reference);
    const call = member && scopes.parents.get(member);
    return call?.type === "CallExpression" && !isHarmless(call, Infinity, this.#context);
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
    if (this.#isReadFromCode(mention, binding)) return this.#mayHold(mention);
    if (variable) return this.#findWriteToVariable(mention, variable, trail);
    if (binding.kind === "function" || binding.kind === "class") return this.#findWrite(binding.declaration, trail);
    // A package may have been handed what leads to shared state.
    if (binding.kind === "package") return this.#keepsCode || this.#leaks ? this.#mayHold(mention) : null;
    if (binding.kind === "import" || binding.kind === "enum" || binding.kind === "member") return null;
    const isOwn = binding.scope.node.start >= root.start && binding.scope.node.end <= root.end;
    return isOwn ? null : this.#findWriteToCaptured(mention, binding, trail);
  }

  #findWriteToVariable(mention: Identifier, variable: ModuleVariable, trail: Trail): string | null {
    const { scopes } = this.#input;
    if (this.isFunctionValued(variable)) return variable.init && this.#findWrite(unwrap(variable.init), trail);
    if (whyOwn(variable, scopes) !== null) return this.#findWriteThroughOwn(mention, variable, trail);
    const line = this.#lineOf(mention);
    if (isAssigned(mention, scopes)) return `because it assigns to ${variable.name} on line ${line}`;
    if (this.roleOf(variable).role === "shared" && !isHarmless(mention, Infinity, this.#context)) {
      if (this.#isDirectWrite(mention)) return `because it changes ${variable.name} on line ${line}`;
      return `because what it does with ${variable.name} on line ${line} may change it`;
    }
    if (this.#keepsCode && !this.#isSurelyData(variable)) return this.#mayHold(mention);
    trail.reads.add(variable.name);
    return this.#findWriteInValue(variable, trail);
  }

  /** A worker's own value may be changed without a lock; what it leads to may be shared. */
  #findWriteThroughOwn(mention: Identifier, variable: ModuleVariable, trail: Trail): string | null {
    const isReplaced = isAssigned(mention, this.#input.scopes);
    if (this.#keepsCode && !isReplaced) return this.#mayHold(mention);
    if (this.#leaks && !isReplaced && !isHarmless(mention, Infinity, this.#context)) return this.#mayHold(mention);
    return this.#findWriteInValue(variable, trail);
  }

  #mayHold(mention: Identifier): string {
    return `because it uses ${mention.name} on line ${this.#lineOf(mention)}, which may lead to shared state`;
  }

  /** Something taken from a function or class that the program keeps things in (`f.list = list`). */
  #isReadFromCode(mention: Identifier, binding: Binding): boolean {
    const { scopes } = this.#input;
    const whole = outermost(mention, scopes);
    const parent = scopes.parents.get(whole);
    if (parent?.type !== "MemberExpression" || parent.object !== whole) return false;
    const variable = this.#variables.get(binding);
    const isCode = variable ? this.isFunctionValued(variable) : binding.kind === "function" || binding.kind === "class";
    if (!isCode || this.#keepsCode) return isCode;
    return (
      binding.references.some((reference) => isKeptIn(reference, scopes)) &&
      !isHarmless(mention, Infinity, this.#context)
    );
  }

  /** Reading a property may run code that the value brought along: a getter, a method. */
  #findWriteInValue(variable: ModuleVariable, trail: Trail): string | null {
    const { scopes } = this.#input;
    const values = [variable.declarator.init, ...assignedValues(variable.binding, scopes)];
    for (const value of values) {
      if (!value || dataDepth(value, scopes) < Infinity || trail.visited.has(value)) continue;
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
    if (isAssigned(mention, scopes)) return null;
    if (this.#keepsCode) return this.#mayHold(mention);
    if (isHarmless(mention, Infinity, this.#context)) return null;
    return this.#leaks ? this.#mayHold(mention) : null;
  }

  /** Its value is written out, and nothing is put into it while the module loads. */
  #isSurelyData({ init, binding }: ModuleVariable): boolean {
    const { scopes } = this.#input;
    if (!init || dataDepth(init, scopes) === Infinity) return false;
    return binding.references.every(
      (reference) => enclosingFunction(reference, scopes) !== null || isHarmless(reference, Infinity, this.#context),
    );
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

function newTrail(): Trail {
  return { visited: new Set(), reads: new Set() };
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
