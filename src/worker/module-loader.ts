// Evaluates the person's module, and before it the packages that it imports: all from blobs, since the frame may load
// nothing else.

import type { CompiledModule } from "../protocol/compiled.ts";
import { linkFile, type PackageCode, withPackages } from "../protocol/package-code.ts";
import { checkPackage } from "./package-error.ts";
import { moduleUrl } from "./stack-frames.ts";

export interface ModuleLoader {
  evaluate(
    module: Pick<CompiledModule, "code" | "packages">,
    packages: PackageCode,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Under which names the module appears in stacks. */
  urls(): readonly string[];
}

export function createModuleLoader(): ModuleLoader {
  const urls = [moduleUrl];
  return {
    async evaluate({ code, packages: uses }, { files, entries }) {
      const fileUrls: string[] = [];
      for (const file of files) {
        const text = linkFile(file, (index) => fileUrls[index] ?? "");
        // Not taken back: what `import()` names is asked for at any time.
        fileUrls.push(toUrl(text, `interstate:///packages/${file.name}`));
      }
      const addresses = new Map(entries.map(({ specifier, file }) => [specifier, fileUrls[file] ?? ""]));
      const addressOf = (specifier: string) => addresses.get(specifier) ?? specifier;
      // In the order in which the module would evaluate them, but each with words of its own for what goes wrong.
      for (const use of uses) await checkPackage(use, () => importUrl(addressOf(use.specifier)));
      const url = toUrl(withPackages(code, uses, addressOf), moduleUrl);
      urls.push(url);
      try {
        return await importUrl(url);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    urls: () => urls,
  };
}

function toUrl(text: string, name: string): string {
  return URL.createObjectURL(new Blob([text, `\n//# sourceURL=${name}`], { type: "text/javascript" }));
}

async function importUrl(url: string): Promise<Readonly<Record<string, unknown>>> {
  const exports: unknown = await import(/* @vite-ignore */ url);
  return exports as Readonly<Record<string, unknown>>;
}
