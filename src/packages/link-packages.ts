// Puts the files of packages into an order in which a worker can make modules of them: each after all that it imports, since
// a module's address is known only once it is made. A file that several packages share is one module.

import { noPackages, type PackageCode, type PackageFile, type PackageLink } from "../protocol/package-code.ts";
import { type CollectedFile, type CollectedFiles, linkedAddress } from "./collect-files.ts";
import { PackageFailure } from "./package-failure.ts";

export interface CollectedPackage extends CollectedFiles {
  readonly specifier: string;
  /** Address of the entry. */
  readonly entry: string;
}

/** Throws a PackageFailure if something that a file needs is missing, or files need each other. */
export function linkPackages(packages: readonly CollectedPackage[]): PackageCode {
  if (packages.length === 0) return noPackages;
  const files: PackageFile[] = [];
  const done = new Map<string, number>();
  const entries = packages.map(({ specifier, entry, ...own }) => ({
    specifier,
    file: place(entry, { own, done, files, above: new Set() }),
  }));
  return { files, entries };
}

interface Placing {
  readonly own: CollectedFiles;
  /** Index by the address that sent it. */
  readonly done: Map<string, number>;
  readonly files: PackageFile[];
  /** What waits for this one. */
  readonly above: ReadonlySet<string>;
}

function place(url: string, placing: Placing): number {
  const { own, done, files, above } = placing;
  const file = own.files.get(url);
  if (!file) throw own.failures.get(url) ?? new PackageFailure("incomplete", url);
  const known = done.get(file.base);
  if (known !== undefined) return known;
  if (above.has(file.base)) throw new PackageFailure("circle");
  const inside = { ...placing, above: new Set(above).add(file.base) };
  const links: PackageLink[] = [];
  for (const { start, end, specifier, lazy } of file.links) {
    try {
      links.push({ start, end, file: placeLinked(specifier, file, inside) });
    } catch (error) {
      // As it stands, it is refused when it is asked for.
      if (!lazy || !(error instanceof PackageFailure)) throw error;
    }
  }
  files.push({ name: new URL(file.base).pathname.slice(1), text: file.text, links });
  done.set(file.base, files.length - 1);
  return files.length - 1;
}

function placeLinked(specifier: string, { base }: CollectedFile, placing: Placing): number {
  const address = linkedAddress(specifier, base);
  if (!address.ok) throw address.error;
  return place(address.value, placing);
}
