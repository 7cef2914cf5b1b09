// Fetches one file of a package from the CDN, and believes nothing of it that it has not looked at.

import { joinBytes } from "../base/join-bytes.ts";
import { sha256 } from "../base/sha256.ts";
import { cdnOrigin } from "./cdn.ts";
import { PackageFailure, packageLimits } from "./package-failure.ts";
import { type FileLink, readLinks } from "./read-links.ts";

/** What is kept of a file. */
export interface FileContents {
  readonly text: string;
  readonly links: readonly FileLink[];
}

export interface FetchedFile extends FileContents {
  /** The address that sent it in the end. */
  readonly base: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Address of its declarations for TypeScript. */
  readonly types: string | null;
}

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Rejects with a PackageFailure, or with the signal's reason. */
export async function fetchFile(address: string, fetch: Fetch, signal: AbortSignal): Promise<FetchedFile> {
  const { response, bytes } = await fetchBytes(address, fetch, signal);
  const type = response.headers.get("content-type") ?? "";
  if (/\bhtml\b/.test(type)) throw new PackageFailure("page");
  if (!/\b(?:java|ecma)script\b/.test(type)) throw new PackageFailure("no-code", type);
  const text = new TextDecoder().decode(bytes);
  const types = response.headers.get("x-typescript-types");
  const base = response.url || address;
  return {
    text,
    links: readLinks(text),
    base,
    sha256: sha256(bytes),
    bytes: bytes.length,
    types: types === null ? null : (URL.parse(types, base)?.href ?? null),
  };
}

/** Nothing of the person goes along: no cookie, and not which page asks. */
export async function fetchBytes(
  address: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly bytes: Uint8Array }> {
  try {
    const response = await fetch(address, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (response.url && new URL(response.url).origin !== cdnOrigin)
      throw new PackageFailure("elsewhere", new URL(response.url).host);
    if (response.status === 404) throw new PackageFailure("missing");
    if (!response.ok) throw new PackageFailure("refused", String(response.status));
    return { response, bytes: await readBytes(response) };
  } catch (error) {
    if (error instanceof PackageFailure) throw error;
    signal.throwIfAborted();
    throw new PackageFailure("unreachable", String(error));
  }
}

/** Stops reading where it becomes too much. */
async function readBytes(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > packageLimits.bytes) {
      await reader?.cancel();
      throw new PackageFailure("too-large");
    }
    parts.push(part.value);
  }
  return joinBytes(parts);
}
