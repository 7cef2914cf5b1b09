// All files that a package's entry leads to, each once, up to a limit.

import { err, ok, type Result } from "../base/result.ts";
import { cdnOrigin } from "./cdn.ts";
import type { FileContents } from "./fetch-file.ts";
import { PackageFailure, type PackageFailureKind, packageLimits } from "./package-failure.ts";

export interface CollectedFile extends FileContents {
  /** The address that it was asked for with. */
  readonly url: string;
  /** The one that sent it in the end, against which it names others. */
  readonly base: string;
  readonly sha256: string;
}

export interface CollectedFiles {
  /** By the address they are asked for with. */
  readonly files: ReadonlyMap<string, CollectedFile>;
  /** Why others are not there: whether that matters depends on who needs them. */
  readonly failures: ReadonlyMap<string, PackageFailure>;
}

/** What may be missing where only `import()` names it: who asks for what Node has is ready not to get it. */
const bearable: ReadonlySet<PackageFailureKind> = new Set([
  "missing",
  "no-code",
  "needs-node",
  "incomplete",
  "elsewhere",
]);

export async function collectFiles(
  entry: string,
  load: (url: string) => Promise<CollectedFile>,
): Promise<CollectedFiles> {
  const files = new Map<string, CollectedFile>();
  const failures = new Map<string, PackageFailure>();
  const asked = new Set<string>();
  const work: Promise<void>[] = [];
  let failed: { readonly error: unknown } | null = null;
  let chars = 0;

  function ask(url: string): void {
    if (asked.has(url) || failed) return;
    asked.add(url);
    work.push(
      read(url).catch((error: unknown) => {
        if (error instanceof PackageFailure && bearable.has(error.kind)) failures.set(url, error);
        else failed ??= { error };
      }),
    );
  }

  async function read(url: string): Promise<void> {
    if (asked.size > packageLimits.files) throw new PackageFailure("too-large");
    const file = await load(url);
    chars += file.text.length;
    if (chars > packageLimits.bytes) throw new PackageFailure("too-large");
    files.set(url, file);
    for (const { specifier } of file.links) {
      const linked = linkedAddress(specifier, file.base);
      if (linked.ok) ask(linked.value);
    }
  }

  ask(entry);
  // What is found on the way is added to the end.
  for (const each of work) await each;
  if (failed) throw (failed as { readonly error: unknown }).error;
  return { files, failures };
}

/** The address that a file means by what it imports, or why there is none that may be asked. */
export function linkedAddress(specifier: string, base: string): Result<string, PackageFailure> {
  const isAddress = /^(?:\.{0,2}\/|[a-z][a-z\d+.-]*:)/i.test(specifier);
  const isNode = specifier.startsWith("node:") || (!isAddress && nodeModules.has(specifier.split("/")[0] ?? ""));
  if (isNode) return err(new PackageFailure("needs-node", specifier));
  if (!isAddress) return err(new PackageFailure("incomplete", specifier));
  const url = URL.parse(specifier, base);
  // The origin of blob:https://… is that of its page.
  if (url?.protocol === "https:" && url.origin === cdnOrigin) return ok(url.href);
  return err(new PackageFailure("elsewhere", url?.host || specifier.slice(0, 100)));
}

const nodeModules: ReadonlySet<string> = new Set(
  (
    "assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events " +
    "fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream " +
    "string_decoder sys timers tls tty url util v8 vm wasi worker_threads zlib"
  ).split(" "),
);
