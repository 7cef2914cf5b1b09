// What the program imports from packages: each import becomes a clause that the worker completes with an address, so that it
// means what it means in any module. Imports of types alone leave nothing.

import type { Diagnostic, SourceRange } from "../protocol/compiled.ts";
import { packagePlace, type PackageUse } from "../protocol/package-code.ts";
import { isPackageSpecifier, parsePackageSpecifier } from "../protocol/package-specifier.ts";
import type {
  ExportNamedDeclaration,
  Identifier,
  ImportDeclaration,
  ImportSpecifier,
  Literal,
  Node,
  Program,
} from "./ast.ts";
import type { Scopes } from "./scopes.ts";
import type { SourceText } from "./source-text.ts";
import { isTypeUse } from "./type-use.ts";

export interface PackageImports {
  /** In order of their first import. */
  readonly packages: readonly PackageUse[];
  readonly places: readonly (readonly [path: string, range: SourceRange])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What one declaration takes from a package; null: nothing that runs. */
interface Taken {
  readonly clauses: readonly string[];
  readonly names: readonly (readonly [name: string, node: Node])[];
}

export function findPackages(program: Program, source: SourceText, scopes: Scopes): PackageImports {
  const packages = new Map<string, { clauses: string[]; names: Set<string>; range: SourceRange }>();
  const places = new Map<string, SourceRange>();
  const diagnostics: Diagnostic[] = [];
  for (const node of program.body) {
    const from = packageOf(node);
    const taken = from && takenBy(node, scopes);
    if (!from || !taken) continue;
    const specifier = String(from.value);
    const parsed = parsePackageSpecifier(specifier);
    const range = source.rangeOf(from);
    if (!parsed.ok) {
      diagnostics.push({ severity: "error", code: "package-name", message: parsed.error, range });
      continue;
    }
    const known = packages.get(specifier) ?? { clauses: [], names: new Set(), range };
    packages.set(specifier, known);
    known.clauses.push(...taken.clauses);
    addPlace(places, packagePlace(specifier), range);
    for (const [name, at] of taken.names) {
      known.names.add(name);
      addPlace(places, packagePlace(specifier, name), source.rangeOf(at));
    }
  }
  return {
    packages: Array.from(packages, ([specifier, { names, ...rest }]) => ({ specifier, ...rest, names: [...names] })),
    places: [...places],
    diagnostics,
  };
}

/** The text that names a package, in a statement that imports or exports from one. */
export function packageOf(node: Node): Literal | null {
  if (
    node.type !== "ImportDeclaration" &&
    node.type !== "ExportNamedDeclaration" &&
    node.type !== "ExportAllDeclaration"
  )
    return null;
  return node.source && isPackageSpecifier(String(node.source.value)) ? node.source : null;
}

function takenBy(node: Node, scopes: Scopes): Taken | null {
  switch (node.type) {
    case "ImportDeclaration":
      return node.importKind === "type" ? null : imported(node, scopes);
    case "ExportNamedDeclaration":
      return node.exportKind === "type" ? null : exported(node);
    case "ExportAllDeclaration":
      if (node.exportKind === "type") return null;
      return { clauses: [`export*${node.exported ? `as ${textOf(node.exported)} ` : ""}from`], names: [] };
    default:
      return null;
  }
}

function imported({ specifiers }: ImportDeclaration, scopes: Scopes): Taken | null {
  const taken = specifiers.filter((specifier) => !isTypeUse(specifier, scopes));
  if (taken.length === 0) return specifiers.length === 0 ? { clauses: ["import"], names: [] } : null;
  const whole = taken.filter(({ type }) => type === "ImportNamespaceSpecifier");
  const named = taken.filter(({ type }) => type !== "ImportNamespaceSpecifier");
  const list = named.map((specifier) => `${importedText(specifier)} as ${specifier.local.name}`);
  return {
    clauses: [
      ...whole.map(({ local }) => `import*as ${local.name} from`),
      ...(list.length > 0 ? [`import{${list.join(",")}}from`] : []),
    ],
    names: named.map((specifier) => [nameOf(specifier.imported), specifier]),
  };
}

function exported({ specifiers }: ExportNamedDeclaration): Taken | null {
  const taken = specifiers.filter(({ exportKind }) => exportKind !== "type");
  if (taken.length === 0 && specifiers.length > 0) return null;
  const list = taken.map(({ local, exported }) => `${textOf(local)} as ${textOf(exported)}`);
  return { clauses: [`export{${list.join(",")}}from`], names: taken.map(({ local }) => [nameOf(local), local]) };
}

function importedText({ imported }: ImportSpecifier): string {
  return imported ? textOf(imported) : "default";
}

/** Names may be written as texts: `export { a as "b-c" }`. */
function textOf(name: Identifier | Literal): string {
  return name.type === "Identifier" ? name.name : JSON.stringify(name.value);
}

function nameOf(name: Identifier | Literal | undefined): string {
  if (!name) return "default";
  return name.type === "Identifier" ? name.name : String(name.value);
}

function addPlace(places: Map<string, SourceRange>, path: string, range: SourceRange): void {
  if (!places.has(path)) places.set(path, range);
}
