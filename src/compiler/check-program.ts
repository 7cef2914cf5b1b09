// What TypeScript allows and a playground can't run: each gets an error that says what to write instead.

import type { Diagnostic } from "../protocol/compiled.ts";
import { isPackageSpecifier } from "../protocol/package-specifier.ts";
import { isTypeOnly, isTypeWrapper, walk } from "./tree.ts";
import type { Identifier, ModuleDeclaration, Node, Program } from "./ast.ts";
import { hostName } from "./host-names.ts";
import { packageOf } from "./package-imports.ts";
import type { Binding, Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

type Mistake = readonly [code: string, message: string];

export function checkProgram(program: Program, source: SourceText, scopes: Scopes): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (node: Node, [code, message]: Mistake, end = node.end) =>
    diagnostics.push({ severity: "error", code, message, range: source.range(node.start, end) });

  walk(program, (node) => {
    const mistake = mistakeOf(node);
    if (mistake) report(node, mistake, Math.min(node.end, endOfFirstLine(source.text, node.start)));
    return !mistake;
  });
  for (const [id, binding] of scopes.meaning) {
    if (id.name === hostName) report(id, reservedName(hostName));
    const mistake = binding && assignmentMistake(binding);
    if (mistake && isAssigned(id, scopes)) report(id, mistake);
  }
  for (const binding of scopes.bindings) checkBinding(binding, scopes, report);
  return diagnostics.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}

/** Whether a reference is assigned to, by `=`, `++`, a pattern or a loop. */
export function isAssigned(id: Node, scopes: Pick<Scopes, "parents">): boolean {
  let node = id;
  for (;;) {
    const parent = scopes.parents.get(node);
    if (!parent) return false;
    if (isTypeWrapper(parent) || parent.type === "RestElement") node = parent;
    else if (parent.type === "AssignmentExpression") return parent.left === node;
    else if (parent.type === "UpdateExpression") return true;
    else if (parent.type === "ForInStatement" || parent.type === "ForOfStatement") return parent.left === node;
    else if (parent.type === "AssignmentPattern") {
      if (parent.left !== node) return false;
      node = parent;
    } else if (parent.type === "Property") {
      return parent.value === node && scopes.parents.get(parent)?.type === "ObjectPattern";
    } else return parent.type === "ArrayPattern" || parent.type === "ObjectPattern";
  }
}

function mistakeOf(node: Node): Mistake | null {
  if ("decorators" in node && (node.decorators?.length ?? 0) > 0)
    return ["decorator", "Decorators don't run in browsers yet: call the function on the class or method instead."];
  switch (node.type) {
    case "PropertyDefinition":
      if (!node.accessor) return null;
      return ["accessor", '"accessor" does not run in browsers yet: write a getter and a setter.'];
    case "TSModuleDeclaration":
      if (node.declare || !hasValues(node)) return null;
      return [
        "namespace",
        "A namespace with values can't be used: write its functions and variables at the top, or as an object.",
      ];
    case "TSImportEqualsDeclaration":
      return ["import-equals", 'Write: import * as name from "interstate", or const name = … for an alias.'];
    case "TSExportAssignment":
      return ["export-equals", "Write: export default …"];
    case "ExportAllDeclaration":
      if (node.exportKind === "type" || packageOf(node)) return null;
      return ["export-from", "Nothing can be exported from another module: a playground is one file."];
    case "ExportNamedDeclaration":
      if (!node.source || node.exportKind === "type" || packageOf(node)) return null;
      return ["export-from", "Nothing can be exported from another module: a playground is one file."];
    case "ImportExpression":
      return ["dynamic-import", explainDynamicImport(node.source)];
    default:
      return null;
  }
}

function explainDynamicImport(what: Node): string {
  const name = what.type === "Literal" ? String(what.value) : "";
  if (!isPackageSpecifier(name)) return "import() can't load anything here: import what you need at the top.";
  return `import() can't load packages while the code runs. Write at the top: import * as name from "${name}".`;
}

/** A namespace that holds types alone leaves nothing behind. */
function hasValues(node: ModuleDeclaration): boolean {
  if (!node.body) return false;
  if (node.body.type === "TSModuleDeclaration") return hasValues(node.body);
  if (node.body.type !== "TSModuleBlock") return true;
  return node.body.body.some((statement) => {
    const inner =
      statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
    return inner.type === "TSModuleDeclaration" ? hasValues(inner) : !isTypeOnly(inner);
  });
}

function assignmentMistake({ name, kind }: Binding): Mistake | null {
  switch (kind) {
    case "const":
    case "using":
      return ["const-assign", `"${name}" is a const, so nothing can be assigned to it: declare it with let.`];
    case "import":
    case "package":
    case "function":
    case "class":
    case "enum":
      return [
        "const-assign",
        `"${name}" is ${kind === "function" || kind === "class" ? `a ${kind}` : `an ${kind === "enum" ? kind : "import"}`}, so nothing can be assigned to it.`,
      ];
    default:
      return null;
  }
}

function checkBinding(binding: Binding, scopes: Scopes, report: (node: Node, mistake: Mistake) => void): void {
  const [first, second] = binding.ids;
  if (!first) return;
  if (binding.name === hostName || (binding.name === "globalThis" && binding.scope === scopes.module))
    report(first, reservedName(binding.name));
  if (second && binding.kind === "enum" && binding.ids.some((id) => isExported(id, scopes)))
    report(second, [
      "merged-enum",
      `An exported enum can't be declared in several parts: write all members of "${binding.name}" in one.`,
    ]);
}

function isExported(id: Identifier, scopes: Scopes): boolean {
  const declaration = scopes.parents.get(id);
  return declaration !== undefined && scopes.parents.get(declaration)?.type === "ExportNamedDeclaration";
}

function reservedName(name: string): Mistake {
  return ["reserved-name", `"${name}" is used by the playground itself: choose another name.`];
}

function endOfFirstLine(text: string, start: number): number {
  const end = text.slice(start).search(/[\n\r\u2028\u2029]/);
  return end < 0 ? text.length : start + end;
}
