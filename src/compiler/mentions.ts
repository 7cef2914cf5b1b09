// Whether what a program does with a value only reads it. A value that may be a shared container must not be written, nor
// handed to where this text can't see what becomes of it. In doubt it is not harmless.

import { boundIdentifiers, isFunction, isTypeWrapper, unwrap, walk } from "./tree.ts";
import type { CallExpression, FunctionNode, Node } from "./ast.ts";
import { isAssigned } from "./check-program.ts";
import { dataDepth, globalNameOf, isPrimitiveFunction, isPrimitiveProperty } from "./data-depth.ts";
import { isApiCall, isLocal } from "./functions.ts";
import { definedNames } from "./names.ts";
import { callbackOf, elementMethods, primitiveMethods } from "./pure-methods.ts";
import { enclosingFunction, outermost } from "./scopes.ts";
import type { Binding, Scopes } from "./scopes.ts";

/** What answers of these functions refer to. */
export interface MentionContext {
  readonly scopes: Scopes;
  /** Module variables: a value that flows into one has an alias that all functions see. */
  readonly moduleBindings: ReadonlySet<Binding>;
  /** Functions that only the host calls: what they return leaves the module and comes back as a copy. */
  readonly hostOnly: ReadonlySet<Node>;
}

/** `depth`: how many levels of containers the value can have at most; from 0 on nothing can be written through it. */
export function isHarmless(value: Node, depth: number, context: MentionContext): boolean {
  return new Judge(context).value(value, depth);
}

class Judge {
  readonly #context: MentionContext;
  readonly #scopes: Scopes;
  /** Local variables that are being judged, with the depth: a cycle adds nothing. */
  readonly #seen = new Map<Binding, number>();

  constructor(context: MentionContext) {
    this.#context = context;
    this.#scopes = context.scopes;
  }

  value(node: Node, depth: number): boolean {
    if (depth <= 0) return true;
    const parent = this.#scopes.parents.get(node);
    if (!parent) return false;
    if (isTypeWrapper(parent)) return this.value(parent, depth);
    switch (parent.type) {
      case "ChainExpression":
      case "AwaitExpression":
        return this.value(parent, depth);
      case "ExpressionStatement":
      case "BinaryExpression":
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
      case "SwitchStatement":
      case "SwitchCase":
        return true;
      case "UnaryExpression":
        return parent.operator !== "delete";
      case "TemplateLiteral":
        return this.#scopes.parents.get(parent)?.type !== "TaggedTemplateExpression";
      case "LogicalExpression":
        return this.value(parent, depth);
      case "ConditionalExpression":
        return node === parent.test || this.value(parent, depth);
      case "SequenceExpression":
        return node !== parent.expressions.at(-1) || this.value(parent, depth);
      case "ArrayExpression":
      case "ObjectExpression":
        return this.value(parent, depth + 1);
      case "Property":
        if (node === parent.key && parent.computed) return true;
        return this.#inLiteral(parent, depth + 1);
      case "SpreadElement":
        return this.#spread(parent, depth);
      case "MemberExpression":
        return node === parent.property ? true : this.#member(parent, depth);
      case "CallExpression":
        return parent.callee !== node && this.#argument(parent, node, depth);
      case "NewExpression":
        return parent.callee !== node && this.#isData(parent.callee) && this.value(parent, depth + 1);
      case "VariableDeclarator":
        return this.#flowsInto(parent.id, depth);
      case "AssignmentExpression":
        return parent.right === node && this.#flowsInto(parent.left, depth) && this.value(parent, depth);
      case "AssignmentPattern":
        return parent.right === node && this.#flowsInto(parent.left, depth);
      case "ForOfStatement":
        return parent.right === node && this.#flowsInto(declaredBy(parent.left), depth - 1);
      case "ForInStatement":
        return parent.right === node;
      case "ReturnStatement":
        return this.#returned(enclosingFunction(parent, this.#scopes), depth);
      case "ArrowFunctionExpression":
        return parent.body === node && this.#returned(parent, depth);
      case "YieldExpression":
        return this.#isHostOnly(enclosingFunction(parent, this.#scopes));
      case "ExportDefaultDeclaration":
      case "ExportSpecifier":
        return true;
      default:
        return false;
    }
  }

  #inLiteral(property: Node, depth: number): boolean {
    const object = this.#scopes.parents.get(property);
    return object?.type === "ObjectExpression" && this.value(object, depth);
  }

  #spread(spread: Node, depth: number): boolean {
    const target = this.#scopes.parents.get(spread);
    if (target?.type === "ArrayExpression" || target?.type === "ObjectExpression") return this.value(target, depth);
    return target?.type === "CallExpression" && this.#argument(target, spread, depth - 1);
  }

  /** `value.name` or `value[expression]`. */
  #member(member: Node & { readonly property: Node; readonly computed: boolean }, depth: number): boolean {
    const whole = outermost(member, this.#scopes);
    const parent = this.#scopes.parents.get(whole);
    if (!parent || isAssigned(member, this.#scopes)) return false;
    if (parent.type === "UnaryExpression" && parent.operator === "delete") return false;
    const name = !member.computed && member.property.type === "Identifier" ? member.property.name : null;
    // A method may write, even if the element of that name could not be written.
    if (parent.type === "TaggedTemplateExpression") return false;
    if (parent.type === "CallExpression" && parent.callee === whole)
      return name !== null && this.#method(parent, name, depth);
    // The memory of a typed array is no part of it, but it itself.
    if (name === "buffer") return false;
    if (name !== null && isPrimitiveProperty(name, this.#scopes) && parent.type !== "MemberExpression") return true;
    return this.value(member, depth - 1);
  }

  #method(call: CallExpression, name: string, depth: number): boolean {
    if (primitiveMethods.has(name)) return true;
    const method = elementMethods.get(name);
    if (!method) return false;
    const callback = call.arguments[0];
    if (method.callback && callback && !this.#isHarmlessCallback(callback, depth)) return false;
    switch (method.result) {
      case "primitive":
        return true;
      case "container":
        return this.value(call, depth);
      case "pairs":
        return this.value(call, depth + 1);
      case "element":
        return this.value(call, depth - 1);
      case "returned":
        // What the callback returns is judged where it returns it; reduce may also give back the first element.
        return !name.startsWith("reduce") || call.arguments.length > 1 || this.value(call, depth - 1);
    }
  }

  #isHarmlessCallback(callback: Node, depth: number): boolean {
    const inner = unwrap(callback);
    if (isFunction(inner)) return this.#takesHarmlessly(inner, depth);
    const name = globalNameOf(inner, this.#scopes);
    if (name !== null && isPrimitiveFunction(name)) return true;
    const target = this.#functionOf(inner);
    return target !== null && this.#takesHarmlessly(target, depth);
  }

  /** Whether a function only reads whatever it is called with. */
  #takesHarmlessly(target: FunctionNode, depth: number): boolean {
    // The first two are elements (or a key), the others the container itself.
    const depthOf = (param: Node, i: number) => (i < 2 && param.type !== "RestElement" ? depth - 1 : depth);
    return (
      !usesArguments(target, this.#scopes) &&
      target.params.every((param, i) => this.#flowsInto(param, depthOf(param, i)))
    );
  }

  #argument(call: CallExpression, argument: Node, depth: number): boolean {
    if (isApiCall(call.callee, this.#scopes)) return !isLocal(call.callee, this.#scopes);
    const name = globalNameOf(call.callee, this.#scopes);
    if (name !== null) {
      const replacer = name === "JSON.stringify" ? call.arguments[1] : undefined;
      if (replacer && dataDepth(replacer, this.#scopes) === Infinity) return false;
      if (isPrimitiveFunction(name) || /^(?:console\.\w+|structuredClone|Object\.keys)$/.test(name)) return true;
      if (/^(?:Object\.(?:values|entries|fromEntries)|Array\.from)$/.test(name))
        return call.arguments.length === 1 && this.value(call, depth + 1);
      return false;
    }
    const method = unwrap(call.callee);
    // `other.includes(value)` and the like look at it and keep nothing.
    if (method.type === "MemberExpression" && !method.computed && method.property.type === "Identifier")
      return (
        /^(?:includes|indexOf|lastIndexOf)$/.test(method.property.name) &&
        !definedNames(this.#scopes).code.has(method.property.name)
      );
    const target = this.#functionOf(call.callee);
    if (!target || usesArguments(target, this.#scopes)) return false;
    const param = target.params[call.arguments.indexOf(argument)];
    return (
      argument.type !== "SpreadElement" &&
      param?.type !== "RestElement" &&
      param !== undefined &&
      this.#flowsInto(param, depth)
    );
  }

  /** The function that a name stands for, when it never stands for another. */
  #functionOf(callee: Node): FunctionNode | null {
    const inner = unwrap(callee);
    const binding = inner.type === "Identifier" ? this.#scopes.meaning.get(inner) : null;
    return binding ? functionOfBinding(binding, this.#scopes) : null;
  }

  #returned(from: Node | null, depth: number): boolean {
    if (!from) return false;
    if (this.#isHostOnly(from)) return true;
    const callback = callbackOf(from, this.#scopes);
    if (!callback) return false;
    if (callback.returns === "consumed") return true;
    if (callback.feedsBack && !this.#flowsInto(callback.feedsBack, depth)) return false;
    return this.value(callback.call, depth + 1);
  }

  #isHostOnly(node: Node | null): boolean {
    return node !== null && this.#context.hostOnly.has(node);
  }

  #isData(callee: Node): boolean {
    return /^(?:Map|Set|Array|Date)$/.test(globalNameOf(callee, this.#scopes) ?? "");
  }

  /** Whether everything that is done with the variables of a pattern is harmless. */
  #flowsInto(pattern: Node, depth: number): boolean {
    if (depth <= 0) return true;
    const target = unwrap(pattern);
    if (target.type === "Identifier" && this.#scopes.meaning.has(target)) {
      const binding = this.#scopes.meaning.get(target);
      return binding != null && this.#binding(binding, depth);
    }
    if (target.type === "AssignmentPattern") return this.#flowsInto(target.left, depth);
    const ids = boundIdentifiers(target);
    const inner = target.type === "Identifier" || hasRest(target) ? depth : depth - 1;
    return (
      ids.length > 0 &&
      ids.every((id) => {
        const binding = this.#bindingOf(id);
        return binding !== null && this.#binding(binding, inner);
      })
    );
  }

  #bindingOf(id: Node & { readonly name: string }): Binding | null {
    return this.#scopes.bindings.find(({ ids }) => ids.some((declared) => declared === id)) ?? null;
  }

  #binding(binding: Binding, depth: number): boolean {
    if (depth <= 0) return true;
    if (this.#context.moduleBindings.has(binding)) return false;
    // In a loop a value may get deeper each time around.
    const judged = depth > 9 ? Infinity : depth;
    if ((this.#seen.get(binding) ?? 0) >= judged) return true;
    this.#seen.set(binding, judged);
    return binding.references.every(
      (reference) => isAssigned(reference, this.#scopes) || this.value(reference, judged),
    );
  }
}

/** The function that a binding always stands for; null if it may stand for something else. */
/** null for a name that may stand for another function by now. */
export function functionOfBinding({ declaration, references }: Binding, scopes: Scopes): FunctionNode | null {
  if (references.some((id) => isAssigned(id, scopes))) return null;
  if (declaration.type === "FunctionDeclaration") return declaration;
  if (declaration.type !== "VariableDeclarator" || !declaration.init || declaration.id.type !== "Identifier")
    return null;
  const init = unwrap(declaration.init);
  return isFunction(init) ? init : null;
}

/** A rest is a container as deep as the whole. */
function hasRest(pattern: Node): boolean {
  let found = false;
  walk(pattern, (node) => {
    found ||= node.type === "RestElement";
  });
  return found;
}

function declaredBy(left: Node): Node {
  return left.type === "VariableDeclaration" ? (left.declarations[0]?.id ?? left) : left;
}

export function usesArguments(target: FunctionNode, scopes: Scopes): boolean {
  for (const [id, binding] of scopes.meaning)
    if (id.name === "arguments" && binding === null && id.start > target.start && id.end < target.end) return true;
  return false;
}
