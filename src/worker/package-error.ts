// What is wrong with a package that a program imports, at the place of the import: engines give no position for a module that
// does not load, or for a name that it does not export.

import { type PackageUse, packagePlace } from "../protocol/package-code.ts";
import { readProperty } from "./read-property.ts";

/** `path`: where the import is marked. */
export class PackageError extends Error {
  override readonly name = "PackageError";
  readonly path: string;
  constructor(message: string, path: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}

const shownNames = 12;

/** Throws a PackageError if the package does not load, or lacks what is imported by name. */
export async function checkPackage(
  { specifier, names }: Pick<PackageUse, "specifier" | "names">,
  load: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  let exports: Readonly<Record<string, unknown>>;
  try {
    exports = await load();
  } catch (cause) {
    throw new PackageError(`"${specifier}" did not load.${hint(cause)}`, packagePlace(specifier), { cause });
  }
  const has = Object.keys(exports);
  for (const name of names) {
    if (!has.includes(name))
      throw new PackageError(explainMissing(specifier, name, has), packagePlace(specifier, name));
  }
}

function explainMissing(specifier: string, name: string, has: readonly string[]): string {
  if (name === "default")
    return `"${specifier}" has no default export. Write: import * as name from "${specifier}". ${listed(has)}`;
  return `"${specifier}" exports no "${name}". ${listed(has)}`;
}

function listed(has: readonly string[]): string {
  if (has.length === 0) return "It exports nothing.";
  const rest = has.length - shownNames;
  return `It exports ${has.slice(0, shownNames).join(", ")}${rest > 0 ? `, and ${rest} more` : ""}.`;
}

function hint(cause: unknown): string {
  const message = typeof cause === "object" && cause !== null ? readProperty(cause, "message") : null;
  const pattern = /\b(?:(process|require|Buffer|__dirname)|document|window)\b/;
  const missing = typeof message === "string" ? pattern.exec(message) : null;
  if (!missing) return "";
  return missing[1] === undefined
    ? " It needs a page, and code here runs in a worker."
    : " It needs Node.js, and code here runs in a browser.";
}
