// Whether something imported is a type, which leaves nothing behind.

import type { ImportSpecifier } from "./ast.ts";
import type { Scopes } from "./scopes.ts";

/** As TypeScript does it: what is imported and then named in types alone is no import. */
export function isTypeUse(specifier: ImportSpecifier, scopes: Scopes): boolean {
  if (specifier.importKind === "type") return true;
  const { name } = specifier.local;
  return scopes.module.bindings.get(name)?.references.length === 0 && scopes.typeNames.has(name);
}
