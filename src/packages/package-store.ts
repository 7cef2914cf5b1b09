// What is remembered of packages: for each playground, which version it uses and what its files were (their hashes); and
// the files themselves, by hash, so that they are there without a network.

import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import type { Declaration } from "./declarations.ts";
import type { FileContents } from "./fetch-file.ts";
import type { FileLink } from "./read-links.ts";

/** What a playground uses of a package. */
export interface LockedPackage {
  /** null: the CDN did not say. */
  readonly version: string | null;
  /** Address of its entry. */
  readonly entry: string;
  /** Address of its declarations for TypeScript. */
  readonly types: string | null;
  readonly files: readonly LockedFile[];
}

export interface LockedFile {
  readonly url: string;
  readonly base: string;
  readonly sha256: string;
}

/** By specifier, as it stands in the code. */
export type PackageLock = ReadonlyMap<string, LockedPackage>;

export interface PackageStore {
  /** What a room uses, or else the one that it is a copy of. What cannot be read was never there. */
  lock(room: string, from: string | null): Promise<PackageLock>;
  /** What cannot be stored is fetched again, without a hash to compare with. */
  saveLock(room: string, lock: PackageLock): Promise<void>;
  /** What any playground used last under this name. */
  lastUsed(specifier: string): Promise<LockedPackage | null>;
  file(sha256: string): Promise<FileContents | null>;
  saveFile(sha256: string, file: FileContents): Promise<void>;
  /** What TypeScript is told of a package, by the address at which that begins. */
  declarations(specifier: string, address: string): Promise<readonly Declaration[] | null>;
  saveDeclarations(specifier: string, address: string, declarations: readonly Declaration[]): Promise<void>;
}

/** Names that a playground no longer imports come back with Undo; those of long ago do not. */
const keptNames = 100;
/** Of all files: the ones that came first go first, and are fetched again if they are needed. */
const keptChars = 60_000_000;

/** Hash and length of each file that is kept, the newest first. */
const indexKey: Key = ["package-files"];

export function createPackageStore(store: KeyValueStore): PackageStore {
  const write = (puts: readonly (readonly [Key, unknown])[]) =>
    store.transact({ keys: [] }, () => ({ puts, result: undefined })).catch(() => undefined);

  async function saveFile(hash: string, { text, links }: FileContents): Promise<void> {
    const saving = store.transact({ keys: [indexKey] }, ([stored]) => {
      const others = parseIndex(stored).filter(([other]) => other !== hash);
      let chars = 0;
      const rows = [[hash, text.length] as const, ...others].map((row) => ({
        row,
        fits: (chars += row[1]) <= keptChars,
      }));
      const kept = rows.filter(({ fits }) => fits).map(({ row }) => row);
      const gone = rows.filter(({ fits }) => !fits).map(({ row }) => fileKey(row[0]));
      const isKept = kept.some(([other]) => other === hash);
      return {
        deletes: gone,
        puts: [[indexKey, kept], ...(isKept ? [[fileKey(hash), { text, links }] as const] : [])],
        result: undefined,
      };
    });
    // Without room for it, it is fetched again the next time.
    await saving.catch(() => undefined);
  }

  return {
    saveFile,
    async declarations(specifier, address) {
      const stored = parseFile(await store.get(fileKey(declarationsName(specifier, address))).catch(() => undefined));
      return stored && parseDeclarations(stored.text);
    },
    saveDeclarations: (specifier, address, declarations) =>
      saveFile(declarationsName(specifier, address), { text: JSON.stringify(declarations), links: [] }),
    async lock(room, from) {
      const keys = [room, ...(from === null ? [] : [from])].map(lockKey);
      const { values } = await store.read({ keys }).catch(() => ({ values: [] as unknown[] }));
      return parseLock(values.find((value) => value !== undefined));
    },
    async saveLock(room, lock) {
      const entries = [...lock].slice(-keptNames);
      const used = entries.map(([specifier, locked]) => [usedKey(specifier), locked] as const);
      await write([[lockKey(room), entries], ...used]);
    },
    async lastUsed(specifier) {
      return parseLocked(await store.get(usedKey(specifier)).catch(() => undefined));
    },
    async file(sha256) {
      return parseFile(await store.get(fileKey(sha256)).catch(() => undefined));
    },
  };
}

/** Which versions of packages a room has. */
export function packageLocksRange(room: string): KeyRange {
  return [lockKey(room), lockKey(room)];
}

function lockKey(room: string): Key {
  return ["packages", room];
}

function usedKey(specifier: string): Key {
  return ["package-used", specifier];
}

function fileKey(sha256: string): Key {
  return ["package-file", sha256];
}

/** Beside the files, in whose budget they are. */
function declarationsName(specifier: string, address: string): string {
  return `declarations of ${specifier} ${address}`;
}

function parseDeclarations(text: string): Declaration[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isDeclaration) ? value : null;
  } catch {
    // Whatever it is, it was not written here.
    return null;
  }
}

function isDeclaration(value: unknown): value is Declaration {
  if (typeof value !== "object" || value === null) return false;
  const { path, text } = value as Unchecked<Declaration>;
  return typeof path === "string" && typeof text === "string";
}

type Unchecked<T> = Partial<Record<keyof T, unknown>>;

function parseLock(value: unknown): PackageLock {
  const lock = new Map<string, LockedPackage>();
  for (const entry of Array.isArray(value) ? value : []) {
    const [specifier, stored] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const locked = parseLocked(stored);
    if (typeof specifier === "string" && locked) lock.set(specifier, locked);
  }
  return lock;
}

function parseLocked(value: unknown): LockedPackage | null {
  if (typeof value !== "object" || value === null) return null;
  const { version, entry, types, files } = value as Unchecked<LockedPackage>;
  if (typeof entry !== "string" || !Array.isArray(files) || !files.every(isLockedFile)) return null;
  return {
    version: typeof version === "string" ? version : null,
    entry,
    types: typeof types === "string" ? types : null,
    files,
  };
}

function isLockedFile(value: unknown): value is LockedFile {
  if (typeof value !== "object" || value === null) return false;
  const { url, base, sha256 } = value as Unchecked<LockedFile>;
  return typeof url === "string" && typeof base === "string" && typeof sha256 === "string";
}

function parseFile(value: unknown): FileContents | null {
  if (typeof value !== "object" || value === null) return null;
  const { text, links } = value as Unchecked<FileContents>;
  return typeof text === "string" && Array.isArray(links) && links.every(isLink) ? { text, links } : null;
}

function isLink(value: unknown): value is FileLink {
  if (typeof value !== "object" || value === null) return false;
  const { start, end, specifier, lazy } = value as Unchecked<FileLink>;
  return (
    typeof start === "number" && typeof end === "number" && typeof specifier === "string" && typeof lazy === "boolean"
  );
}

function parseIndex(value: unknown): (readonly [sha256: string, chars: number])[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (row: unknown): row is readonly [string, number] =>
      Array.isArray(row) && typeof row[0] === "string" && typeof row[1] === "number",
  );
}
