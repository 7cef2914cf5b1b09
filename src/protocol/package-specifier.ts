// What an import of a package may say: "npm:name", "npm:@scope/name@^1.2/file.js". Nothing but a package's name, version
// and file ever gets into an address that the page asks for, whoever wrote the code.

import { err, ok, type Result } from "../base/result.ts";

export interface PackageSpecifier {
  /** "nanoid", "@scope/name". */
  readonly name: string;
  /** A version, a range or a tag, as it was written; "": none. */
  readonly range: string;
  /** "/sub/file.js"; "": the package's entry. */
  readonly path: string;
}

const maxChars = 200;
const namePart = "[A-Za-z0-9][A-Za-z0-9._~-]*";
const pattern = new RegExp(`^npm:/?((?:@${namePart}/)?${namePart})(?:@([^/]+))?((?:/[^/]+)*)$`);
const rangePattern = /^(?:[~^]|[<>]=?|=)?[A-Za-z0-9][A-Za-z0-9.*+-]*$|^\*$/;
const segmentPattern = /^[A-Za-z0-9_@~+-][A-Za-z0-9._@~+-]*$/;

export function isPackageSpecifier(text: string): boolean {
  return text.startsWith("npm:");
}

/** The error is a whole sentence. */
export function parsePackageSpecifier(text: string): Result<PackageSpecifier, string> {
  const [, name, range = "", path = ""] = (text.length <= maxChars && pattern.exec(text)) || [];
  if (name === undefined) {
    return err(
      `"${text.slice(0, maxChars)}" names no package: write it like "npm:nanoid", "npm:nanoid@5.0.7" or "npm:@scope/name@^1.2/file.js".`,
    );
  }
  if (range !== "" && !rangePattern.test(range)) {
    return err(`"${range}" is no version of a package: write one like "5.0.7", "^5.0", "5.x" or "latest".`);
  }
  if (
    path !== "" &&
    !path
      .slice(1)
      .split("/")
      .every((segment) => segmentPattern.test(segment))
  ) {
    return err(`"${path.slice(1)}" is no file of a package: write its path without "?", "#" and "..".`);
  }
  return ok({ name, range, path });
}

/** Whether a range is one version, which never means another one. */
export function isExactVersion(range: string): boolean {
  return /^\d+\.\d+\.\d+(?:-[A-Za-z0-9.-]+)?(?:\+[A-Za-z0-9.-]+)?$/.test(range);
}

export function formatPackage({ name, range, path }: PackageSpecifier): string {
  return `npm:${name}${range === "" ? "" : `@${range}`}${path}`;
}
