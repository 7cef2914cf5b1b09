// Where packages come from: esm.sh, which makes one file for the browser of a package and what it depends on. Its address
// stands here alone.

import type { PackageSpecifier } from "../protocol/package-specifier.ts";

export const cdnOrigin = "https://esm.sh";
export const cdnName = "esm.sh";

/** A fixed target, so that the answer does not depend on which browser asks, and its hash means something. */
const options = "target=es2022&bundle";

export function packageAddress({ name, range, path }: PackageSpecifier): string {
  return `${cdnOrigin}/${name}${range === "" ? "" : `@${encodeURIComponent(range)}`}${path}?${options}`;
}

/** The version that was sent: it stands in the address, or in the first lines of the text. null: nobody says. */
export function sentVersion(name: string, address: string, text: string): string | null {
  // Of what names may hold, only the dot means something else in a pattern.
  const pattern = new RegExp(
    `(?:^|[^\\w@-])${name.replaceAll(".", "\\.")}@(\\d+\\.\\d+\\.\\d+(?:-[\\w.-]+)?)(?=[/?&\\s*"]|$)`,
  );
  return (pattern.exec(decodeURI(address)) ?? pattern.exec(text.slice(0, 2000)))?.[1] ?? null;
}
