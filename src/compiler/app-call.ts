// The expression that declares the app: the default export, or without one the top-level app.

import { isFunction, unwrap } from "./tree.ts";
import type { CallExpression, Node, Program } from "./ast.ts";
import { isApiCall } from "./functions.ts";
import type { Scopes } from "./scopes.ts";

/** The call or the bare function; null if there is none that the text shows. */
export function findApp(program: Program, scopes: Scopes): Node | null {
  for (const node of program.body)
    if (node.type === "ExportDefaultDeclaration") return resolveName(node.declaration, scopes);
  for (const node of program.body) {
    if (node.type === "ExportNamedDeclaration" && !node.source)
      for (const { local, exported } of node.specifiers)
        if (exported.type === "Identifier" && exported.name === "default") return resolveName(local, scopes);
    for (const value of valuesOf(node)) {
      const call = appCallOf(value, scopes);
      if (call) return call;
    }
  }
  return null;
}

/** What a name stands for, when it is a const or a function of the module; else the expression itself. */
export function resolveName(node: Node, scopes: Scopes): Node {
  const inner = unwrap(node);
  const call = appCallOf(inner, scopes);
  if (call) return call;
  const binding = inner.type === "Identifier" ? scopes.meaning.get(inner) : null;
  if (!binding) return inner;
  if (binding.kind === "function") return binding.declaration;
  const { declaration } = binding;
  if (binding.kind !== "const" || declaration.type !== "VariableDeclarator" || !declaration.init) return inner;
  const init = unwrap(declaration.init);
  return appCallOf(init, scopes) ?? init;
}

/** The bare function that is the app, if it is one. */
export function bareFunctionOf(app: Node | null) {
  return app && isFunction(app) ? app : null;
}

function valuesOf(statement: Node): Node[] {
  const inner =
    statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
  if (inner.type === "ExpressionStatement") return [inner.expression];
  if (inner.type === "VariableDeclaration") return inner.declarations.flatMap(({ init }) => init ?? []);
  return [];
}

/** `gr.Interface(…)`, also with `.launch()` or `.queue()` behind it. */
function appCallOf(node: Node, scopes: Scopes): CallExpression | null {
  const inner = unwrap(node);
  if (inner.type === "AwaitExpression") return inner.argument && appCallOf(inner.argument, scopes);
  if (inner.type !== "CallExpression" || !isApiCall(inner.callee, scopes)) return null;
  const callee = unwrap(inner.callee);
  const name =
    callee.type === "Identifier"
      ? callee.name
      : callee.type === "MemberExpression" && callee.property.type === "Identifier"
        ? callee.property.name
        : "";
  if (/^(?:Interface|Blocks|ChatInterface|TabbedInterface)$/.test(name)) return inner;
  return callee.type === "MemberExpression" ? appCallOf(callee.object, scopes) : null;
}
