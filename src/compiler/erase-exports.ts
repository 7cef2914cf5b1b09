// Takes out of `export { … }` the names that mean types: they leave nothing to export.

import type { ExportSpecifier, Program } from "./ast.ts";
import type { Edits } from "./edits.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";

export function eraseExports(program: Program, source: SourceText, scopes: Scopes, edits: Edits): void {
  for (const node of program.body) {
    if (node.type !== "ExportNamedDeclaration" || node.source || node.exportKind === "type") continue;
    for (const specifier of node.specifiers) {
      if (!isType(specifier, scopes)) continue;
      const next = source.skipForward(specifier.end);
      edits.blank(specifier.start, source.text.charAt(next) === "," ? next + 1 : specifier.end);
    }
  }
}

function isType({ exportKind, local }: ExportSpecifier, scopes: Scopes): boolean {
  if (exportKind === "type" || local.type !== "Identifier") return true;
  const binding = scopes.module.bindings.get(local.name);
  return !binding || (binding.declaration.type === "ImportDeclaration" && binding.declaration.importKind === "type");
}
