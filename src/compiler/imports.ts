// What the program imports: "interstate", which the host hands in, and nothing else so far.

import type { Diagnostic } from "../protocol/compiled.ts";
import type { ImportDeclaration, ImportSpecifier, Program } from "./ast.ts";
import { hostName } from "./host-names.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

export interface Imports {
  /** Declarators that take the place of the imports, which are hoisted: for the start of line 1. */
  readonly declarators: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function resolveImports(program: Program, source: SourceText, scopes: Scopes): Imports {
  const declarators: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration" || node.importKind === "type") continue;
    const specifiers = node.specifiers.filter((specifier) => !isTypeUse(specifier, scopes));
    if (node.specifiers.length > 0 && specifiers.length === 0) continue;
    if (node.source.value !== "interstate") {
      const message = explainUnknown(String(node.source.value));
      diagnostics.push({ severity: "error", code: "unknown-import", message, range: source.rangeOf(node.source) });
      continue;
    }
    for (const specifier of specifiers) {
      declarators.push(`${specifier.local.name}=${hostName}.api${memberOf(specifier)}`);
      const warning = warnOfShadow(node, specifier, source);
      if (warning) diagnostics.push(warning);
    }
  }
  return { declarators, diagnostics };
}

/** As TypeScript does it: what is imported and then named in types alone is no import. */
function isTypeUse(specifier: ImportSpecifier, scopes: Scopes): boolean {
  if (specifier.importKind === "type") return true;
  const { name } = specifier.local;
  return scopes.module.bindings.get(name)?.references.length === 0 && scopes.typeNames.has(name);
}

function memberOf({ type, imported }: ImportSpecifier): string {
  if (type !== "ImportSpecifier" || !imported) return "";
  const name = imported.type === "Identifier" ? imported.name : String(imported.value);
  return name === "default" ? "" : `[${JSON.stringify(name)}]`;
}

function explainUnknown(name: string): string {
  if (name.startsWith("npm:"))
    return 'npm: imports come in a later version. Until then, only "interstate" can be imported.';
  if (/^\.{0,2}\//.test(name) || name.startsWith("."))
    return `"${name}" can't be imported: a playground is one file. Put the code into this one.`;
  if (name.startsWith("node:"))
    return `"${name}" can't be imported: it is a part of Node.js, and this code runs in the browser.`;
  if (/^[a-z]+:/.test(name))
    return `"${name}" can't be imported: code can't be loaded from an address. Put it into this file.`;
  return `There is no module "${name}" here: only "interstate" can be imported.`;
}

const shadowed = [
  "JSON",
  "Number",
  "Error",
  "Date",
  "Map",
  "Set",
  "Object",
  "Array",
  "String",
  "Boolean",
  "Image",
  "Audio",
  "File",
];

function warnOfShadow(node: ImportDeclaration, { local }: ImportSpecifier, source: SourceText): Diagnostic | null {
  if (!shadowed.includes(local.name)) return null;
  return {
    severity: "warning",
    code: "shadows-global",
    message: `This "${local.name}" hides JavaScript's own ${local.name} in the whole file. Write: import * as gr from ${node.source.raw}`,
    range: source.rangeOf(local),
  };
}
