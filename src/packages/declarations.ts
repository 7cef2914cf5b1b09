// What TypeScript is told of a package: its declaration files, as the CDN names them, under paths at which one finds another.
// They help who writes and decide nothing, so what is missing of them is left out.

import { cdnOrigin } from "./cdn.ts";
import { type Fetch, fetchBytes } from "./fetch-file.ts";

/** A file as TypeScript finds it below node_modules. */
export interface Declaration {
  readonly path: string;
  readonly text: string;
}

/** Those of Node.js, which many name, are a hundred files of what is not here. */
const skipped = /\/@types\/node@/;
const limits = { files: 80, chars: 3_000_000 };

/** How modules are named: by import, export, require, or to add to them. */
const naming = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*|\bdeclare\s+module\s+)(["'])([^"'\n]+)\2/g;

/** Of the package that is imported by this name, whose declarations begin at `address`. None: there are none to be had. */
export async function fetchDeclarations(
  specifier: string,
  address: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Declaration[]> {
  const texts = new Map<string, string>();
  const asked = [address];
  let chars = 0;
  // What is found on the way is added to the end.
  for (const url of asked) {
    const text = await read(url, fetch, signal);
    if (text === null) continue;
    chars += text.length;
    if (chars > limits.chars) break;
    texts.set(url, text);
    for (const [, , , named = ""] of text.matchAll(naming)) {
      const next = addressOf(named, url);
      if (next !== null && asked.length < limits.files && !asked.includes(next)) asked.push(next);
    }
  }
  const entry = texts.get(address);
  // A script that declares globals is no module.
  if (entry === undefined || !/^\s*(?:export|import)\b/m.test(entry)) return [];
  const paths = new Map(Array.from(texts.keys(), (url) => [url, pathOf(url)]));
  const linked = (url: string, text: string) =>
    text.replace(naming, (whole, before: string, quote: string, named: string) => {
      const path = paths.get(addressOf(named, url) ?? "");
      return path === undefined ? whole : `${before}${quote}${path}${quote}`;
    });
  return [
    { path: `npm-imports/${specifier.replace(/^npm:\/?/, "")}.d.ts`, text: linked(address, entry) },
    ...Array.from(texts, ([url, text]) => ({ path: `${pathOf(url)}.d.ts`, text: linked(url, text) })),
  ];
}

async function read(url: string, fetch: Fetch, signal: AbortSignal): Promise<string | null> {
  try {
    const { response, bytes } = await fetchBytes(url, fetch, signal);
    return /\bhtml\b/.test(response.headers.get("content-type") ?? "") ? null : new TextDecoder().decode(bytes);
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

/** null for what is not the CDN's, or is a name of something else. */
function addressOf(named: string, base: string): string | null {
  if (!/^(?:\.{0,2}\/|https:)/.test(named)) return null;
  const url = URL.parse(named, base);
  return url?.origin === cdnOrigin && !skipped.test(url.pathname) ? url.href : null;
}

/** A name of one level, so that it means the same wherever it stands. */
function pathOf(url: string): string {
  return `npm-files/${url.slice(cdnOrigin.length + 1).replaceAll(/[^\w-]/g, (char) => `.${char.charCodeAt(0)}.`)}`;
}
