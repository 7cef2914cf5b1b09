// Which variables of the module a function may use, itself or through what it calls and mentions: whether any worker can
// run it depends on them, and so does when a computed value is computed anew.

import { childrenOf, isClass, isFunction, isTypeOnly, unwrap } from "./tree.ts";
import type { Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { dataDepth } from "./data-depth.ts";
import { isApiCall, isLocal } from "./functions.ts";
import { findOpening } from "./openings.ts";
import type { Binding, Scopes } from "./scopes.ts";
import type { ModuleVariable } from "./variables.ts";

export class ReachedVariables {
  readonly #scopes: Scopes;
  readonly #variables: ReadonlyMap<Binding, ModuleVariable>;
  readonly #isOpen: boolean;

  constructor(scopes: Scopes, variables: readonly ModuleVariable[]) {
    this.#scopes = scopes;
    this.#variables = new Map(variables.map((variable) => [variable.binding, variable]));
    this.#isOpen = findOpening(scopes) !== null;
  }

  /** By index; null if that cannot be told, or if it uses what the code around it holds. */
  of(code: Node): number[] | null {
    if (this.#isOpen) return null;
    const trail: Trail = { reached: new Set(), codes: [code] };
    // What is found on the way is added to the end.
    for (const each of trail.codes) if (!this.#walk(each, trail)) return null;
    return [...trail.reached].sort((a, b) => a - b);
  }

  #walk(node: Node, trail: Trail): boolean {
    if (isTypeOnly(node)) return true;
    if (node.type !== "Identifier") return childrenOf(node).every((child) => this.#walk(child, trail));
    const binding = this.#scopes.meaning.get(node);
    return !binding || this.#follow(binding, trail);
  }

  #follow(binding: Binding, trail: Trail): boolean {
    const variable = this.#variables.get(binding);
    if (variable) {
      // A component is the same in every worker.
      if (this.#isMadeByApi(variable.init)) return true;
      if (trail.reached.has(variable.index)) return true;
      trail.reached.add(variable.index);
      addCode(trail, [variable.declarator.init, ...this.#assignedTo(binding)]);
      return true;
    }
    switch (binding.kind) {
      // Its variables are each worker's own.
      case "package":
        return false;
      case "import":
      case "enum":
      case "member":
        return true;
      case "function":
      case "class":
        addCode(trail, [binding.declaration]);
        return true;
      default:
        return this.#isInside(binding, trail) || this.#followCaptured(binding, trail);
    }
  }

  #isMadeByApi(value: Node | null): boolean {
    const inner = value && unwrap(value);
    return (
      inner?.type === "CallExpression" && isApiCall(inner.callee, this.#scopes) && !isLocal(inner.callee, this.#scopes)
    );
  }

  #isInside({ scope }: Binding, { codes }: Trail): boolean {
    const { start, end } = scope.node;
    return codes.some((code) => code.start <= start && end <= code.end);
  }

  /** A variable of a function around it: each worker has its own, unless nothing tells them apart. */
  #followCaptured({ declaration, references }: Binding, trail: Trail): boolean {
    if (declaration.type !== "VariableDeclarator" || !declaration.init || declaration.id.type !== "Identifier")
      return false;
    if (references.some((reference) => isAssigned(reference, this.#scopes))) return false;
    const init = unwrap(declaration.init);
    if (isFunction(init) || isClass(init)) {
      addCode(trail, [init]);
      return true;
    }
    return this.#isMadeByApi(init) || dataDepth(init, this.#scopes) <= 0;
  }

  #assignedTo({ references }: Binding): Node[] {
    return references.flatMap((reference) => {
      const parent = this.#scopes.parents.get(reference);
      return parent?.type === "AssignmentExpression" && parent.left === reference ? [parent.right] : [];
    });
  }
}

interface Trail {
  readonly reached: Set<number>;
  /** Code that is looked at, each once. */
  readonly codes: Node[];
}

function addCode(trail: Trail, codes: readonly (Node | null | undefined)[]): void {
  for (const code of codes) if (code && !trail.codes.includes(code)) trail.codes.push(code);
}
