// What an initial value is made of besides its own declaration: the functions, classes and variables of the module that it
// calls or reads, and what these do, as whole declarations; and the statements at the top that go on with it. In doubt too
// much is taken for it: then a value that nobody has written is made anew without need.

import { apiName, type FunctionSite, isApiCall } from "./functions.ts";
import { hashSource } from "./hash-source.ts";
import type { Node, Program } from "./ast.ts";
import type { Edits } from "./edits.ts";
import type { Binding, Scopes } from "./scopes.ts";
import { toTokens } from "./tokens.ts";
import { isTypeOnly, unwrap, walk } from "./tree.ts";
import type { ModuleVariable } from "./variables.ts";

/** To be asked, as slot keys are, after types are erased and before anything is inserted. */
export class Dependencies {
  readonly #scopes: Scopes;
  readonly #edits: Edits;
  readonly #tokens = new Map<Node, string>();
  /** The statements at the top, by what they mention. */
  readonly #statements = new Map<Binding, Node[]>();

  constructor(program: Program, scopes: Scopes, edits: Edits) {
    this.#scopes = scopes;
    this.#edits = edits;
    for (const statement of program.body) if (this.#goesOn(statement)) this.#note(statement);
  }

  ofVariable({ declarator, binding }: ModuleVariable): string {
    return this.#hashFrom(declarator, this.#statements.get(binding) ?? []);
  }

  /** For a function that `gr.State` is given to make the initial value; undefined for any other. */
  ofStateMaker({ node }: FunctionSite): string | undefined {
    const isMaker = (value: Node): boolean => {
      const call = this.#scopes.parents.get(value);
      return call?.type === "CallExpression" && call.callee !== value && apiName(call.callee, this.#scopes) === "State";
    };
    const binding = this.#scopes.bindings.find(({ declaration }) => declaration === declarationOf(node, this.#scopes));
    return isMaker(node) || binding?.references.some(isMaker) ? this.#hashFrom(node, []) : undefined;
  }

  #hashFrom(start: Node, statements: readonly Node[]): string {
    const found = new Set([start, ...statements]);
    // A Set visits what is added to it on the way.
    for (const node of found) this.#addMentioned(node, found);
    found.delete(start);
    return hashSource(Array.from(found, (node) => this.#tokensOf(node)).join("\n"));
  }

  #addMentioned(node: Node, found: Set<Node>): void {
    for (const binding of this.#mentions(node)) {
      found.add(binding.declaration);
      if (binding.declaration.type !== "VariableDeclarator") continue;
      for (const statement of this.#statements.get(binding) ?? []) found.add(statement);
    }
  }

  /** The module's own, and what it imports of packages, in order of the text. */
  #mentions(node: Node): Set<Binding> {
    const found = new Set<Binding>();
    walk(node, (inner) => {
      if (isTypeOnly(inner)) return false;
      const binding = inner.type === "Identifier" ? this.#scopes.meaning.get(inner) : null;
      if (binding && binding.scope === this.#scopes.module && binding.kind !== "import") found.add(binding);
      return true;
    });
    return found;
  }

  /** Whether a statement does something while the module loads, other than declaring and making the app. */
  #goesOn(statement: Node): boolean {
    if (isTypeOnly(statement) || statement.type.endsWith("Declaration")) return false;
    if (statement.type !== "ExpressionStatement") return true;
    const value = unwrap(statement.expression);
    return value.type !== "CallExpression" || !isApiCall(value.callee, this.#scopes);
  }

  #note(statement: Node): void {
    for (const binding of this.#mentions(statement)) {
      const list = this.#statements.get(binding);
      if (list) list.push(statement);
      else this.#statements.set(binding, [statement]);
    }
  }

  #tokensOf(node: Node): string {
    // Another version may make another value.
    if (node.type === "ImportDeclaration") return String(node.source.value);
    const known = this.#tokens.get(node);
    if (known !== undefined) return known;
    const text = this.#edits.slice(node.start, node.end);
    const tokens = toTokens(node.type === "VariableDeclarator" ? `let ${text}` : text);
    this.#tokens.set(node, tokens);
    return tokens;
  }
}

/** What gives a function its name: the declarator for `const f = () => …`. */
function declarationOf(node: Node, scopes: Scopes): Node | undefined {
  const parent = scopes.parents.get(node);
  return parent?.type === "VariableDeclarator" ? parent : node;
}
