// Gets the code of the packages that a program imports: as it was when the playground first used it, from what is kept or
// from the CDN.

import { err, ok, type Result } from "../base/result.ts";
import type { PackageCode, PackageUse } from "../protocol/package-code.ts";
import { formatPackage, isExactVersion, parsePackageSpecifier } from "../protocol/package-specifier.ts";
import { packageAddress, sentVersion } from "./cdn.ts";
import { type CollectedFile, type CollectedFiles, collectFiles } from "./collect-files.ts";
import { type Declaration, fetchDeclarations } from "./declarations.ts";
import { type Fetch, type FetchedFile, fetchFile } from "./fetch-file.ts";
import { type CollectedPackage, linkPackages } from "./link-packages.ts";
import { describeFailure, PackageFailure, type PackageFailureKind } from "./package-failure.ts";
import type { LockedPackage, PackageStore } from "./package-store.ts";

export interface PackageRequest {
  readonly uses: readonly PackageUse[];
  readonly room: string;
  /** The room that this one is, or will be, a copy of. */
  readonly from: string | null;
  readonly signal: AbortSignal;
  /** Called before the CDN is asked for the first time. */
  onFetch(specifier: string): void;
}

export interface PackageProblem {
  readonly use: PackageUse;
  readonly kind: PackageFailureKind;
  readonly message: string;
}

/** A package as a playground uses it. */
export interface UsedPackage {
  readonly specifier: string;
  /** null: the CDN did not say. */
  readonly version: string | null;
  /** How it is imported to be just that version; null where it is already, or that cannot be said. */
  readonly pinned: string | null;
}

export interface GotPackages {
  readonly code: PackageCode;
  readonly used: readonly UsedPackage[];
}

export interface Packages {
  /** Rejects only with the signal's reason. */
  get(request: PackageRequest): Promise<Result<GotPackages, readonly PackageProblem[]>>;
  /** What the CDN sends now for these counts from now on. */
  renew(place: Pick<PackageRequest, "room" | "from">, specifiers: readonly string[]): Promise<void>;
  /** What TypeScript can be told of a package that this place uses; empty where there is nothing. */
  declarations(
    specifier: string,
    request: Pick<PackageRequest, "room" | "from" | "signal">,
  ): Promise<readonly Declaration[]>;
}

export function createPackages(store: PackageStore, fetch: Fetch): Packages {
  /** What runs now, which every keystroke asks for again: by hash. */
  let recent: ReadonlyMap<string, CollectedFile> = new Map();

  async function get(request: PackageRequest): Promise<Result<GotPackages, readonly PackageProblem[]>> {
    const { uses, room, from, signal } = request;
    const lock = await store.lock(room, from);
    const gets = await Promise.allSettled(
      uses.map(({ specifier }) => getOne(specifier, lock.get(specifier) ?? null, request)),
    );
    signal.throwIfAborted();
    const problems: PackageProblem[] = [];
    const next = new Map(lock);
    const collected: CollectedPackage[] = [];
    for (const [i, use] of uses.entries()) {
      const got = gets[i];
      if (got?.status === "fulfilled") {
        const { locked, files } = got.value;
        const own = { specifier: use.specifier, entry: locked.entry, ...files };
        const linked = tryLink(own);
        if (linked === null) {
          next.delete(use.specifier);
          next.set(use.specifier, locked);
          collected.push(own);
        } else problems.push(toProblem(use, linked));
      } else problems.push(toProblem(use, got?.reason));
    }
    recent = new Map(collected.flatMap(({ files }) => Array.from(files.values(), (file) => [file.sha256, file])));
    if (!isSame(lock, next)) await store.saveLock(room, next);
    if (problems.length > 0) return err(problems);
    const used = uses.map(({ specifier }) => {
      const version = next.get(specifier)?.version ?? null;
      return { specifier, version, pinned: pinned(specifier, version) };
    });
    return ok({ code: linkPackages(collected), used });
  }

  async function getOne(
    specifier: string,
    locked: LockedPackage | null,
    request: PackageRequest,
  ): Promise<{ readonly locked: LockedPackage; readonly files: CollectedFiles }> {
    if (locked) return { locked, files: await getLocked(locked, specifier, request) };
    try {
      return await getNew(specifier, request);
    } catch (error) {
      const last =
        error instanceof PackageFailure && error.kind === "unreachable" ? await store.lastUsed(specifier) : null;
      if (!last) throw error;
      // Without a network, what another playground has used under the same name does as well, if all of it is kept.
      const files = await collectFiles(last.entry, async (url) => {
        const kept = await findKept(last, url);
        if (kept) return kept;
        throw error;
      });
      return { locked: last, files };
    }
  }

  async function getLocked(
    locked: LockedPackage,
    specifier: string,
    { signal, onFetch }: PackageRequest,
  ): Promise<CollectedFiles> {
    return collectFiles(locked.entry, async (url) => {
      const known = locked.files.find((file) => file.url === url);
      // What was not there the first time.
      if (!known) throw new PackageFailure("missing");
      const kept = await findKept(locked, url);
      if (kept) return kept;
      onFetch(specifier);
      const fetched = await fetchFile(url, fetch, signal);
      if (fetched.sha256 !== known.sha256) throw new PackageFailure("changed");
      await store.saveFile(fetched.sha256, fetched);
      return { ...fetched, url, base: known.base };
    });
  }

  async function findKept({ files }: LockedPackage, url: string): Promise<CollectedFile | null> {
    const known = files.find((file) => file.url === url);
    if (!known) return null;
    const kept = recent.get(known.sha256) ?? (await store.file(known.sha256));
    return kept && { ...known, text: kept.text, links: kept.links };
  }

  async function getNew(specifier: string, { signal, onFetch }: PackageRequest) {
    onFetch(specifier);
    const first = await findEntry(specifier, signal);
    const fetched = new Map([[first.url, first.file]]);
    const files = await collectFiles(first.url, async (url) => {
      const file = fetched.get(url) ?? (await fetchFile(url, fetch, signal));
      fetched.set(url, file);
      return { ...file, url };
    });
    for (const url of files.files.keys()) {
      const file = fetched.get(url);
      if (file) await store.saveFile(file.sha256, file);
    }
    const locked: LockedPackage = {
      version: first.version,
      entry: first.url,
      types: first.file.types,
      files: Array.from(files.files.values(), ({ url, base, sha256 }) => ({ url, base, sha256 })),
    };
    return { locked, files };
  }

  /** A range becomes the version that it means now, whose address means the same tomorrow. */
  async function findEntry(specifier: string, signal: AbortSignal): Promise<Entry> {
    const parsed = parsePackageSpecifier(specifier);
    if (!parsed.ok) throw new PackageFailure("missing");
    const wanted = parsed.value;
    const url = packageAddress(wanted);
    const file = await fetchFile(url, fetch, signal);
    if (isExactVersion(wanted.range)) return { url, file, version: wanted.range };
    const version = sentVersion(wanted.name, file.base, file.text);
    if (version === null) return { url, file, version };
    const exact = packageAddress({ ...wanted, range: version });
    return { url: exact, file: await fetchFile(exact, fetch, signal), version };
  }

  return {
    get,
    async declarations(specifier, { room, from, signal }) {
      const address = (await store.lock(room, from)).get(specifier)?.types ?? null;
      if (address === null) return [];
      const known = await store.declarations(specifier, address);
      if (known) return known;
      const fetched = await fetchDeclarations(specifier, address, fetch, signal);
      if (fetched.length > 0) await store.saveDeclarations(specifier, address, fetched);
      return fetched;
    },
    async renew({ room, from }, specifiers) {
      const lock = new Map(await store.lock(room, from));
      for (const specifier of specifiers) lock.delete(specifier);
      await store.saveLock(room, lock);
    },
  };
}

interface Entry {
  readonly url: string;
  readonly file: FetchedFile;
  readonly version: string | null;
}

/** The package with its version, as it can be written in the code; null where that says no more than is there. */
function pinned(specifier: string, version: string | null): string | null {
  const parsed = parsePackageSpecifier(specifier);
  if (!parsed.ok || version === null || parsed.value.range === version) return null;
  return formatPackage({ ...parsed.value, range: version });
}

function tryLink(collected: CollectedPackage): PackageFailure | null {
  try {
    linkPackages([collected]);
    return null;
  } catch (error) {
    if (error instanceof PackageFailure) return error;
    throw error;
  }
}

function toProblem(use: PackageUse, reason: unknown): PackageProblem {
  if (!(reason instanceof PackageFailure)) throw reason;
  return { use, kind: reason.kind, message: describeFailure(reason, use.specifier) };
}

function isSame(a: ReadonlyMap<string, LockedPackage>, b: ReadonlyMap<string, LockedPackage>): boolean {
  return a.size === b.size && [...b].every(([specifier, locked]) => a.get(specifier) === locked);
}
