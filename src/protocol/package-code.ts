// Packages on their way: what a program imports of them, as the compiler found it, and their code, as the page hands it to
// a worker. Their code is as little to be trusted as the program's own.

import type { SourceRange } from "./compiled.ts";

/** One package that a program imports. */
export interface PackageUse {
  /** As it stands in the program ("npm:nanoid@^5"). */
  readonly specifier: string;
  /** Its imports, each up to where the address comes: `import{nanoid as id}from`. */
  readonly clauses: readonly string[];
  /** What they import by name: "default" is one. */
  readonly names: readonly string[];
  /** Where it is imported first. */
  readonly range: SourceRange;
}

export interface PackageCode {
  /** Each after all that it imports. */
  readonly files: readonly PackageFile[];
  readonly entries: readonly PackageEntry[];
}

export interface PackageFile {
  /** What it is called in stacks. */
  readonly name: string;
  readonly text: string;
  /** Where others are named, in order, each with the index of the file that is meant. */
  readonly links: readonly PackageLink[];
}

export interface PackageLink {
  /** Of the quoted text, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly file: number;
}

export interface PackageEntry {
  readonly specifier: string;
  /** The file that an import of it gives. */
  readonly file: number;
}

export const noPackages: PackageCode = { files: [], entries: [] };

/** A program's text with its imports of packages: behind it, so that its lines and columns stay. They are hoisted. */
export function withPackages(
  code: string,
  packages: readonly Pick<PackageUse, "specifier" | "clauses">[],
  addressOf: (specifier: string) => string,
): string {
  const imports = packages.flatMap(({ specifier, clauses }) =>
    clauses.map((clause) => `${clause}${JSON.stringify(addressOf(specifier))};`),
  );
  return imports.length === 0 ? code : `${code}\n${imports.join("")}`;
}

/** The text of a file with the addresses of those it imports. */
export function linkFile({ text, links }: PackageFile, addressOf: (file: number) => string): string {
  let linked = "";
  let from = 0;
  for (const { start, end, file } of links) {
    linked += text.slice(from, start) + JSON.stringify(addressOf(file));
    from = end;
  }
  return linked + text.slice(from);
}

/** Where a mistake in an import is to be marked (CompiledModule.places). */
export function packagePlace(specifier: string, name?: string): string {
  return name === undefined ? specifier : `${specifier}#${name}`;
}
