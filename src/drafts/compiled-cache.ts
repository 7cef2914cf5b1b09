// Compiled programs by the hash of their source, so that a known playground starts without loading the compiler. The
// newest are kept; losing one costs a compilation, so no failure here is ever reported.

import type { CompiledModule } from "../protocol/compiled.ts";
import type { Key, KeyRange } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";

export interface CompiledCache {
  /** null if it is not there, was made of another text, or by another version of the compiler. */
  load(hash: string, source: string): Promise<CompiledModule | null>;
  save(module: CompiledModule, source: string): Promise<void>;
}

/** The hashes that are kept, newest first: putting one in need not read the others. */
const indexKey: Key = ["compiled"];
const kept = 50;

/** `format` is that of the compiler in use (see CompiledModule). */
export function createCompiledCache(store: KeyValueStore, format: number): CompiledCache {
  return {
    async load(hash, source) {
      const stored = await store.get(moduleKey(hash)).catch(nothing);
      if (!isStored(stored) || stored.source !== source) return null;
      const { module } = stored;
      return isCompiledModule(module) && module.format === format && module.hash === hash ? module : null;
    },
    async save(module, source) {
      const saving = store.transact({ keys: [indexKey] }, ([stored]) => {
        const others = toHashes(stored).filter((hash) => hash !== module.hash);
        return {
          puts: [
            [moduleKey(module.hash), { source, module }],
            [indexKey, [module.hash, ...others.slice(0, kept - 1)]],
          ],
          deletes: others.slice(kept - 1).map(moduleKey),
          result: undefined,
        };
      });
      await saving.catch(nothing);
    },
  };
}

/** All of it: whose program is which nobody knows. */
export const compiledRange: KeyRange = [indexKey, moduleKey("\uffff")];

function moduleKey(hash: string): Key {
  return ["compiled", hash];
}

/** See the top: a cache that cannot be read is an empty one. */
function nothing(): undefined {
  return undefined;
}

function toHashes(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((hash) => typeof hash === "string") : [];
}

function isStored(value: unknown): value is { readonly source: unknown; readonly module: unknown } {
  return typeof value === "object" && value !== null && "source" in value && "module" in value;
}

function isCompiledModule(value: unknown): value is CompiledModule {
  if (typeof value !== "object" || value === null) return false;
  const { format, hash, runs, code, signature, ...lists } = value as Record<keyof CompiledModule, unknown>;
  const { variables, functions, marks, insertions, warnings, places, packages, network } = lists;
  return (
    typeof format === "number" &&
    typeof hash === "string" &&
    typeof runs === "string" &&
    typeof code === "string" &&
    typeof signature === "object" &&
    [variables, functions, marks, insertions, warnings, places, packages, network].every(Array.isArray)
  );
}
