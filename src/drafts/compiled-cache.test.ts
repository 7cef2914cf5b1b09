import { expect, test } from "vitest";
import type { CompiledModule } from "../protocol/compiled.ts";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createCompiledCache } from "./compiled-cache.ts";

function moduleOf(hash: string, format = 1): CompiledModule {
  const empty = {
    variables: [],
    functions: [],
    marks: [],
    insertions: [],
    warnings: [],
    places: [],
    packages: [],
    network: [],
    embed: { read: [], write: [] },
  };
  return { ...empty, format, hash, runs: hash, code: `// ${hash}`, signature: null };
}

test("a saved module comes back for the same version of the compiler only", async () => {
  const store = createMemoryStore();
  await createCompiledCache(store, 1).save(moduleOf("a"), "text");
  expect(await createCompiledCache(store, 1).load("a", "text")).toEqual(moduleOf("a"));
  expect(await createCompiledCache(store, 2).load("a", "text")).toBeNull();
});

test("a module is never given for another text, whatever its hash is", async () => {
  const store = createMemoryStore();
  await createCompiledCache(store, 1).save(moduleOf("a"), "text");
  expect(await createCompiledCache(store, 1).load("a", "other text")).toBeNull();
});

test("the fifty newest are kept", async () => {
  const store = createMemoryStore();
  const cache = createCompiledCache(store, 1);
  for (let i = 0; i < 50; i++) await cache.save(moduleOf(`m${i}`), "");
  await cache.save(moduleOf("m0"), "");
  await cache.save(moduleOf("new"), "");
  expect(await cache.load("m0", "")).not.toBeNull();
  expect(await cache.load("m1", "")).toBeNull();
  expect(await cache.load("m2", "")).not.toBeNull();
  expect(await store.range(["compiled", ""], ["compiled", "\uffff"])).toHaveLength(50);
});

test("what is stored in another shape is not used", async () => {
  const store = createMemoryStore();
  const broken = { source: "text", module: { ...moduleOf("a"), variables: null } };
  await store.transact({ keys: [] }, () => ({ puts: [[["compiled", "a"], broken]], result: null }));
  expect(await createCompiledCache(store, 1).load("a", "text")).toBeNull();
});

test("a store that fails costs a compilation and nothing else", async () => {
  const refuse = () => Promise.reject(new Error("lost"));
  const cache = createCompiledCache({ ...createMemoryStore(), get: refuse, transact: refuse }, 1);
  await cache.save(moduleOf("a"), "");
  expect(await cache.load("a", "")).toBeNull();
});
