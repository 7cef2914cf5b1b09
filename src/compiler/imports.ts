// What the program imports of "interstate", which the host hands in. Packages are package-imports.ts' affair; there is
// nothing else to import.

import type { Diagnostic } from "../protocol/compiled.ts";
import { parsePackageSpecifier } from "../protocol/package-specifier.ts";
import type { ImportDeclaration, ImportSpecifier, Program } from "./ast.ts";
import { hostName } from "./host-names.ts";
import { packageOf } from "./package-imports.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import { isTypeUse } from "./type-use.ts";

export interface Imports {
  /** Declarators that take the place of the imports, which are hoisted: for the start of line 1. */
  readonly declarators: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function resolveImports(program: Program, source: SourceText, scopes: Scopes): Imports {
  const declarators: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration" || node.importKind === "type" || packageOf(node)) continue;
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

function memberOf({ type, imported }: ImportSpecifier): string {
  if (type !== "ImportSpecifier" || !imported) return "";
  const name = imported.type === "Identifier" ? imported.name : String(imported.value);
  return name === "default" ? "" : `[${JSON.stringify(name)}]`;
}

function explainUnknown(name: string): string {
  if (/^\.{0,2}\//.test(name) || name.startsWith("."))
    return `"${name}" can't be imported: a playground is one file. Put the code into this one.`;
  if (name.startsWith("node:"))
    return `"${name}" can't be imported: it is a part of Node.js, and this code runs in the browser.`;
  if (/^[a-z]+:/.test(name))
    return `"${name}" can't be imported: code can't be loaded from an address. Put it into this file.`;
  const hint = `There is no module "${name}" here`;
  const wanted = `npm:${name}`;
  return parsePackageSpecifier(wanted).ok ? `${hint}: a package is imported as "${wanted}".` : `${hint}.`;
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
