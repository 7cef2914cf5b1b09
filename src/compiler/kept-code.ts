// Whether code that may change shared variables gets to where no name leads to it: into an instance's list, a Map of the
// worker's own, a closure's variable. Whoever calls what is found there may run it. In doubt it does.

import type { CallExpression, Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { globalNameOf, isPrimitiveFunction } from "./data-depth.ts";
import { isApiCall } from "./functions.ts";
import { functionOfBinding, usesArguments } from "./mentions.ts";
import { definedNames } from "./names.ts";
import { elementMethods } from "./pure-methods.ts";
import { enclosingFunction } from "./scopes.ts";
import type { Binding, Scopes } from "./scopes.ts";
import { boundIdentifiers, isClass, isFunction, isTypeOnly, isTypeWrapper, unwrap, walk } from "./tree.ts";

/** Code that is kept somewhere, or null. `mayWrite` is asked of functions and classes. */
export function findKeptCode(scopes: Scopes, mayWrite: (code: Node) => boolean): Node | null {
  const follower = new Follower(scopes);
  for (const binding of scopes.bindings) {
    const { declaration, kind, references } = binding;
    if ((kind !== "function" && kind !== "class") || references.length === 0 || !mayWrite(declaration)) continue;
    const kept = references.find((reference) => !follower.isFollowed(reference));
    if (kept) return kept;
  }
  let found: Node | null = null;
  walk(scopes.module.node, (node) => {
    if (isTypeOnly(node) || found) return false;
    const isExpression = (isFunction(node) || isClass(node)) && !node.type.endsWith("Declaration");
    // What is inside of it comes to be when it runs, and is looked at for itself.
    if (isExpression && !isMethod(node, scopes) && mayWrite(node) && !follower.isFollowed(node)) found = node;
    return true;
  });
  return found;
}

/** Follows a value that is code or holds some through the text. */
class Follower {
  readonly #scopes: Scopes;
  readonly #seen = new Set<Binding>();

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** Whether names lead to wherever the value gets. */
  isFollowed(node: Node): boolean {
    const parent = this.#scopes.parents.get(node);
    if (!parent) return false;
    if (isTypeWrapper(parent)) return this.isFollowed(parent);
    switch (parent.type) {
      case "ExpressionStatement":
      case "UnaryExpression":
      case "BinaryExpression":
      case "TemplateLiteral":
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
      case "SwitchStatement":
      case "SwitchCase":
      case "ExportDefaultDeclaration":
      case "ExportSpecifier":
      // Whoever names this class or function names, by its text, what it is made of.
      case "ClassDeclaration":
      case "ClassExpression":
      case "PropertyDefinition":
      case "ReturnStatement":
      case "YieldExpression":
      case "ArrowFunctionExpression":
        return true;
      case "ChainExpression":
      case "AwaitExpression":
      case "LogicalExpression":
      case "ConditionalExpression":
      case "SequenceExpression":
      case "ArrayExpression":
      case "ObjectExpression":
      case "SpreadElement":
      case "Property":
        return this.isFollowed(parent);
      case "TaggedTemplateExpression":
        return parent.tag === node && this.isFollowed(parent);
      case "MemberExpression":
        return parent.object !== node || isAssigned(parent, this.#scopes) || this.isFollowed(parent);
      case "VariableDeclarator":
        return this.#flowsInto(parent.id, false);
      case "AssignmentPattern":
        return this.#flowsInto(parent.left, false);
      case "AssignmentExpression":
        // What stands on the left is taken apart or replaced.
        return parent.left === node || (this.#flowsInto(parent.left, true) && this.isFollowed(parent));
      case "UpdateExpression":
        return true;
      case "ForOfStatement":
      case "ForInStatement":
        return parent.left === node || this.#flowsInto(declaredBy(parent.left), true);
      case "NewExpression":
        return parent.callee === node && this.isFollowed(parent);
      case "CallExpression":
        return parent.callee === node ? this.isFollowed(parent) : this.#isFollowedArgument(parent, node);
      default:
        return false;
    }
  }

  #isFollowedArgument(call: CallExpression, argument: Node): boolean {
    if (isApiCall(call.callee, this.#scopes)) return true;
    const name = globalNameOf(call.callee, this.#scopes);
    if (name !== null) return (isPrimitiveFunction(name) || followedGlobals.test(name)) && this.isFollowed(call);
    const callee = unwrap(call.callee);
    if (callee.type === "MemberExpression") {
      if (callee.computed || callee.property.type !== "Identifier" || call.arguments[0] !== argument) return false;
      const method = callee.property.name;
      if (definedNames(this.#scopes).code.has(method)) return false;
      const returns = elementMethods.get(method)?.returns ?? (keepsNothing.test(method) ? "result" : null);
      return returns === "consumed" || (returns === "result" && this.isFollowed(call));
    }
    const binding = callee.type === "Identifier" ? this.#scopes.meaning.get(callee) : null;
    const target = binding ? functionOfBinding(binding, this.#scopes) : null;
    const param = target?.params[call.arguments.indexOf(argument)];
    if (!target || !param || argument.type === "SpreadElement" || usesArguments(target, this.#scopes)) return false;
    return param.type !== "RestElement" && this.#flowsInto(param, true) && this.isFollowed(call);
  }

  /** `later`: a closure may have the variable before it has the value. */
  #flowsInto(pattern: Node, later: boolean): boolean {
    const target = unwrap(pattern);
    const names = target.type === "Identifier" ? [target] : boundIdentifiers(target);
    if (names.length === 0) return false;
    return names.every((id) => {
      const binding = this.#scopes.meaning.get(id) ?? this.#scopes.bindings.find(({ ids }) => ids.includes(id));
      return binding !== undefined && this.#isFollowedBinding(binding, later);
    });
  }

  #isFollowedBinding(binding: Binding, later: boolean): boolean {
    if (later && this.#isCaptured(binding)) return false;
    if (this.#seen.has(binding)) return true;
    this.#seen.add(binding);
    return binding.references.every((reference) => isAssigned(reference, this.#scopes) || this.isFollowed(reference));
  }

  /** Of a function's own variable: whether a function inside it uses it. */
  #isCaptured({ scope, ids, references }: Binding): boolean {
    const [id] = ids;
    if (scope === this.#scopes.module || !id) return false;
    const home = isFunction(scope.node) ? scope.node : enclosingFunction(scope.node, this.#scopes);
    return references.some((reference) => enclosingFunction(reference, this.#scopes) !== home);
  }
}

/** They keep nothing of what they get, or give it back. */
const followedGlobals =
  /^(?:console\.\w+|structuredClone|set(?:Timeout|Interval)|queueMicrotask|Promise\.\w+|Array\.(?:from|of)|Object\.(?:freeze|seal|keys|values|entries|fromEntries|create))$/;
const keepsNothing = /^(?:sort|then|catch|finally|includes|indexOf|lastIndexOf)$/;

function declaredBy(left: Node): Node {
  return left.type === "VariableDeclaration" ? (left.declarations[0]?.id ?? left) : left;
}

function isMethod(node: Node, scopes: Scopes): boolean {
  return scopes.parents.get(node)?.type === "MethodDefinition";
}
