// Where in the source each part of the app's declaration stands ("inputs[2].max"), so that a mistake in it can be marked.

import type { SourceRange } from "../protocol/compiled.ts";
import type { CallExpression, Node, ObjectExpression, Program } from "./ast.ts";
import { bareFunctionOf, findApp, resolveName } from "./app-call.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

type Place = readonly [path: string, range: SourceRange];

export function toPlaces(program: Program, source: SourceText, scopes: Scopes): Place[] {
  const app = findApp(program, scopes);
  if (!app) return [];
  const places: [string, Node][] = [];
  const bare = bareFunctionOf(app);
  if (bare) {
    places.push(["", bare.id ?? bare], ...bare.params.map((param, i): [string, Node] => [`inputs[${i}]`, param]));
  } else {
    places.push(["", app]);
    if (app.type === "CallExpression") for (const argument of app.arguments) addArgument(argument, "", places, scopes);
  }
  return places.map(([path, node]) => [path, source.rangeOf(node)]);
}

function addArgument(argument: Node, path: string, places: [string, Node][], scopes: Scopes): void {
  const value = resolveName(argument, scopes);
  if (value.type === "ObjectExpression") addProperties(value, path, places, scopes);
  else if (path === "") places.push(["fn", argument]);
}

function addProperties(object: ObjectExpression, path: string, places: [string, Node][], scopes: Scopes): void {
  for (const property of object.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const name =
      property.key.type === "Identifier"
        ? property.key.name
        : property.key.type === "Literal"
          ? String(property.key.value)
          : "";
    addValue(property.value, path === "" ? name : `${path}.${name}`, places, scopes);
  }
}

function addValue(node: Node, path: string, places: [string, Node][], scopes: Scopes): void {
  places.push([path, node]);
  const value = resolveName(node, scopes);
  if (value.type === "ArrayExpression") {
    for (const [i, element] of value.elements.entries())
      if (element) addComponent(element, `${path}[${i}]`, places, scopes);
  } else if (path === "inputs" || path === "outputs") {
    // One component may stand without a list; it is the first all the same.
    addComponent(node, `${path}[0]`, places, scopes);
    addCall(value, path, places, scopes);
  } else if (value.type === "ObjectExpression") {
    addProperties(value, path, places, scopes);
  }
}

function addComponent(node: Node, path: string, places: [string, Node][], scopes: Scopes): void {
  places.push([path, node]);
  addCall(resolveName(node, scopes), path, places, scopes);
}

function addCall(value: Node, path: string, places: [string, Node][], scopes: Scopes): void {
  if (value.type === "CallExpression") addOptions(value, path, places, scopes);
}

function addOptions(call: CallExpression, path: string, places: [string, Node][], scopes: Scopes): void {
  for (const argument of call.arguments) {
    const value = resolveName(argument, scopes);
    if (value.type === "ObjectExpression") addProperties(value, path, places, scopes);
  }
}
