// Compiles, once for each source: what was compiled before comes from the cache, and an example as the site was built with
// it, without loading the compiler.

import type { Result } from "../../base/result.ts";
import { ok } from "../../base/result.ts";
import { loadExample } from "virtual:compiled-examples";
import { hashSource } from "../../compiler/hash-source.ts";
import type { CompiledCache } from "../../drafts/compiled-cache.ts";
import type { CompiledModule, Diagnostic } from "../../protocol/compiled.ts";

export interface Programs {
  compile(source: string): Promise<Result<CompiledModule, readonly Diagnostic[]>>;
}

export function createPrograms(cache: CompiledCache): Programs {
  let latest: CompiledModule | null = null;
  return {
    async compile(source) {
      const hash = hashSource(source);
      if (latest?.hash === hash) return ok(latest);
      const known = (await cache.load(hash, source)) ?? (await builtWithSite(hash));
      if (known) {
        latest = known;
        return ok(known);
      }
      const { compile } = await import("../../compiler/compile.ts");
      const result = compile(source);
      if (!result.ok) return result;
      latest = result.value;
      // For the next visit: nobody waits for it.
      void cache.save(result.value, source);
      return result;
    },
  };
}

async function builtWithSite(hash: string): Promise<CompiledModule | null> {
  const program = (await loadExample(hash))?.default;
  return program?.hash === hash ? program : null;
}
