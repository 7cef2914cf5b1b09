// What is said of a package where a line imports it.

import type { IRange } from "monaco-editor/editor";

/** A package as the program uses it. */
export interface PackageNote {
  readonly specifier: string;
  /** null: nobody knows. */
  readonly version: string | null;
  /** How it is imported to be just that version; null where it is already. */
  readonly pinned: string | null;
}

export interface FoundPackage {
  readonly note: PackageNote;
  /** Of the text between the quotes. */
  readonly range: IRange;
}

/** The package that a line names between two columns. */
export function findPackage(
  packages: readonly PackageNote[],
  text: string,
  line: number,
  from: number,
  to: number,
): FoundPackage | null {
  for (const note of packages) {
    for (const quote of ['"', "'"]) {
      const at = text.indexOf(quote + note.specifier + quote);
      if (at < 0) continue;
      const [startColumn, endColumn] = [at + 2, at + 2 + note.specifier.length];
      if (to < startColumn - 1 || from > endColumn + 1) continue;
      return { note, range: { startLineNumber: line, startColumn, endLineNumber: line, endColumn } };
    }
  }
  return null;
}

/** Markdown. */
export function packageNote({ specifier, version, pinned }: PackageNote): string {
  if (version === null) return `\`${specifier}\` is what it was when this playground first used it.`;
  const is = `\`${specifier}\` is **version ${version}** here`;
  if (pinned === null) return `${is}.`;
  return `${is}, as when this playground first used it. Where a link to it is opened, it may be a newer one.`;
}
