// The methods of JavaScript's own containers that only read: what they give back, and what their callbacks get and return.

import { definedNames } from "./names.ts";
import { isFunction } from "./tree.ts";
import type { CallExpression, Node } from "./ast.ts";
import type { Scopes } from "./scopes.ts";

/** They give back a primitive and call nothing. */
export const primitiveMethods: ReadonlySet<string> = new Set(
  (
    "includes indexOf lastIndexOf join has toString toLocaleString charAt charCodeAt codePointAt startsWith endsWith " +
    "trim trimStart trimEnd toUpperCase toLowerCase padStart padEnd repeat replace replaceAll substring localeCompare normalize " +
    "toFixed toPrecision getTime getFullYear getMonth getDate getDay getHours getMinutes getSeconds getMilliseconds " +
    "getUTCFullYear getUTCMonth getUTCDate getUTCDay getUTCHours getUTCMinutes getUTCSeconds getTimezoneOffset toISOString " +
    "toJSON toDateString toTimeString toLocaleDateString toLocaleTimeString"
  ).split(" "),
);

const writingMethods =
  /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set\w*|add|delete|clear|next|then|union|intersection|difference)$/;

/** Whether a name is one of a method that data has (`set\w*`: also those of Date). */
export function isDataMethod(name: string): boolean {
  return (
    primitiveMethods.has(name) ||
    elementMethods.has(name) ||
    writingMethods.test(name) ||
    /^(?:get|to|is)[A-Z]/.test(name)
  );
}

interface ElementMethod {
  readonly callback: boolean;
  /** container: a new one with the same elements; pairs: one with pairs of them; returned: what the callback returned. */
  readonly result: "primitive" | "element" | "container" | "pairs" | "returned";
  /** What the callback returns becomes part of the result, or is merely looked at. */
  readonly returns?: "result" | "consumed";
}

export const elementMethods: ReadonlyMap<string, ElementMethod> = new Map<string, ElementMethod>([
  ...named("slice concat toReversed toSpliced with flat keys values split match", {
    callback: false,
    result: "container",
  }),
  ...named("entries", { callback: false, result: "pairs" }),
  ...named("at get", { callback: false, result: "element" }),
  ...named("toSorted filter", { callback: true, result: "container", returns: "consumed" }),
  ...named("map flatMap reduce reduceRight", { callback: true, result: "returned", returns: "result" }),
  ...named("find findLast", { callback: true, result: "element", returns: "consumed" }),
  ...named("some every findIndex findLastIndex forEach", { callback: true, result: "primitive", returns: "consumed" }),
]);

export interface Callback {
  readonly call: CallExpression;
  readonly returns: "result" | "consumed";
  /** The parameter that gets what the callback returned the time before. */
  readonly feedsBack: Node | null;
}

/** The call that a function is the callback of, when it is a call of a method above. */
export function callbackOf(node: Node, scopes: Scopes): Callback | null {
  const call = scopes.parents.get(node);
  if (!isFunction(node) || call?.type !== "CallExpression" || call.arguments[0] !== node) return null;
  const { callee } = call;
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return null;
  const { name } = callee.property;
  if (definedNames(scopes).code.has(name)) return null;
  const returns = elementMethods.get(name)?.returns;
  return returns ? { call, returns, feedsBack: name.startsWith("reduce") ? (node.params[0] ?? null) : null } : null;
}

function named(names: string, method: ElementMethod): [string, ElementMethod][] {
  return names.split(" ").map((name) => [name, method]);
}
