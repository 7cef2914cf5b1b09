// Who is meant by each name: scopes, bindings, and the references to them. Types are left out.

import { boundIdentifiers, childrenOf, isClass, isFunction, isTypeOnly, isTypeWrapper } from "./tree.ts";
import type { Identifier, Node, Program } from "./ast.ts";

export type BindingKind =
  "var" | "let" | "const" | "using" | "function" | "class" | "enum" | "member" | "param" | "import" | "package";

/** `import`: of "interstate". `package`: of anything else. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  /** Where it is declared; more than one for `var` and merged enums. */
  readonly ids: Identifier[];
  /** The function, class, enum, or the declarator (for a parameter: the function) that declares it. */
  readonly declaration: Node;
  readonly references: Identifier[];
}

export interface Scope {
  readonly node: Node;
  readonly parent: Scope | null;
  readonly isFunction: boolean;
  readonly bindings: Map<string, Binding>;
}

export interface Scopes {
  readonly module: Scope;
  readonly parents: ReadonlyMap<Node, Node>;
  /** What a reference means; null: a name of the environment. */
  readonly meaning: ReadonlyMap<Identifier, Binding | null>;
  /** Every name that stands in a type. */
  readonly typeNames: ReadonlySet<string>;
  readonly bindings: readonly Binding[];
}

export function resolveScopes(program: Program): Scopes {
  const resolver = new Resolver(program);
  resolver.enter(program, resolver.module);
  resolver.resolve();
  return resolver;
}

/** Whether a reference means a name of the environment. */
export function isGlobal(id: Identifier, scopes: Scopes): boolean {
  return scopes.meaning.get(id) === null;
}

/** The innermost function or class body around a node; null at the top of the module. */
export function enclosingFunction(node: Node, scopes: Scopes): Node | null {
  for (let outer = scopes.parents.get(node); outer; outer = scopes.parents.get(outer))
    if (isFunction(outer) || outer.type === "ClassBody") return outer;
  return null;
}

/** A node with the types and the like around it, which are no part of what it does. */
export function outermost(node: Node, scopes: Pick<Scopes, "parents">): Node {
  let whole = node;
  for (;;) {
    const parent = scopes.parents.get(whole);
    if (!parent || !(isTypeWrapper(parent) || parent.type === "ChainExpression")) return whole;
    whole = parent;
  }
}

class Resolver implements Scopes {
  readonly module: Scope;
  readonly parents = new Map<Node, Node>();
  readonly meaning = new Map<Identifier, Binding | null>();
  readonly typeNames = new Set<string>();
  readonly bindings: Binding[] = [];
  readonly #pending: { readonly id: Identifier; readonly scope: Scope }[] = [];
  readonly #declared = new Set<Node>();

  constructor(program: Program) {
    this.module = { node: program, parent: null, isFunction: true, bindings: new Map() };
  }

  enter(node: Node, scope: Scope): void {
    if (isTypeOnly(node)) return this.#collectTypeNames(node);
    if (node.type === "Identifier") {
      this.#identifier(node, scope);
      return;
    }
    const inner = this.#declare(node, scope);
    for (const child of childrenOf(node)) {
      this.parents.set(child, node);
      if (!isName(node, child)) this.enter(child, outsideOf(node, child) ? scope : inner);
    }
  }

  resolve(): void {
    for (const { id, scope } of this.#pending) {
      const binding = lookUp(id.name, scope);
      this.meaning.set(id, binding);
      binding?.references.push(id);
    }
  }

  #identifier(node: Identifier, scope: Scope): void {
    if (node.typeAnnotation) this.#collectTypeNames(node.typeAnnotation);
    if (!this.#declared.has(node)) this.#pending.push({ id: node, scope });
  }

  /** Declares what a node declares and answers the scope of its inside. */
  #declare(node: Node, scope: Scope): Scope {
    switch (node.type) {
      case "VariableDeclaration": {
        const kind = node.kind === "await using" ? "using" : node.kind;
        const target = kind === "var" ? functionScope(scope) : scope;
        for (const declarator of node.declarations)
          for (const id of boundIdentifiers(declarator.id)) this.#bind(target, id, kind, declarator);
        return scope;
      }
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression": {
        if (node.type === "FunctionDeclaration" && node.id) this.#bind(scope, node.id, "function", node);
        const inner = child(node, scope, true);
        if (node.type === "FunctionExpression" && node.id) this.#bind(inner, node.id, "function", node);
        for (const param of node.params) for (const id of boundIdentifiers(param)) this.#bind(inner, id, "param", node);
        return inner;
      }
      case "ClassDeclaration":
      case "ClassExpression": {
        if (node.type === "ClassDeclaration" && node.id) this.#bind(scope, node.id, "class", node);
        const inner = child(node, scope, false);
        if (node.type === "ClassExpression" && node.id) this.#bind(inner, node.id, "class", node);
        return inner;
      }
      case "TSEnumDeclaration": {
        this.#bind(scope, node.id, "enum", node);
        const inner = child(node, scope, false);
        for (const member of node.members)
          if (member.id.type === "Identifier") this.#bind(inner, member.id, "member", node);
        return inner;
      }
      case "ImportDeclaration":
        for (const { local } of node.specifiers)
          this.#bind(scope, local, node.source.value === "interstate" ? "import" : "package", node);
        return scope;
      case "CatchClause": {
        const inner = child(node, scope, false);
        if (node.param) for (const id of boundIdentifiers(node.param)) this.#bind(inner, id, "param", node);
        return inner;
      }
      case "BlockStatement":
        // A function's parameters and its body are one scope: they can't declare the same name twice.
        return isFunction(scope.node) && this.parents.get(node) === scope.node ? scope : child(node, scope, false);
      case "StaticBlock":
        return child(node, scope, true);
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "SwitchStatement":
        return child(node, scope, false);
      default:
        return scope;
    }
  }

  #bind(scope: Scope, id: Identifier, kind: BindingKind, declaration: Node): void {
    this.#declared.add(id);
    const known = scope.bindings.get(id.name);
    if (known) {
      known.ids.push(id);
      return;
    }
    const binding: Binding = { name: id.name, kind, scope, ids: [id], declaration, references: [] };
    scope.bindings.set(id.name, binding);
    this.bindings.push(binding);
  }

  #collectTypeNames(node: Node): void {
    if (node.type === "Identifier") this.typeNames.add(node.name);
    for (const inner of childrenOf(node)) this.#collectTypeNames(inner);
  }
}

function child(node: Node, parent: Scope, isFunctionScope: boolean): Scope {
  return { node, parent, isFunction: isFunctionScope, bindings: new Map() };
}

function functionScope(scope: Scope): Scope {
  let current = scope;
  while (!current.isFunction && current.parent) current = current.parent;
  return current;
}

function lookUp(name: string, from: Scope): Binding | null {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const binding = scope.bindings.get(name);
    if (binding) return binding;
  }
  return null;
}

/** Children that stand inside a node's text but are evaluated in the scope around it. */
function outsideOf(node: Node, inner: Node): boolean {
  if (isClass(node)) return inner === node.id;
  if (node.type === "SwitchStatement") return inner === node.discriminant;
  return false;
}

/** Whether a child is a mere name: of a property, a label, something imported. */
function isName(node: Node, inner: Node): boolean {
  switch (node.type) {
    case "MemberExpression":
      return inner === node.property && !node.computed;
    case "Property":
      return inner === node.key && !node.computed;
    case "MethodDefinition":
    case "PropertyDefinition":
      return inner === node.key && !node.computed;
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return inner === node.label;
    case "ExportSpecifier":
      return inner === node.exported;
    case "ExportNamedDeclaration":
      return node.source !== null;
    case "ExportAllDeclaration":
      return true;
    case "TSEnumMember":
      return inner === node.id;
    case "MetaProperty":
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "ImportAttribute":
      return true;
    default:
      return false;
  }
}
