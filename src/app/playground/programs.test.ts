import { expect, test } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { createCompiledCache } from "../../drafts/compiled-cache.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { createPrograms } from "./programs.ts";

const source = "export default (x: number) => x";

test("a program is there without waiting until it is cached", async () => {
  const cache = createCompiledCache(createMemoryStore(), 1);
  const result = await createPrograms({ ...cache, save: () => createDeferred<never>().promise }).compile(source);
  expect(result.ok).toBe(true);
});

test("what was compiled once comes from the cache, for the very same text only", async () => {
  const store = createMemoryStore();
  const compiled = await createPrograms(createCompiledCache(store, 2)).compile(source);
  if (!compiled.ok) throw new Error("expected a program");
  const { hash, format } = compiled.value;
  const cache = createCompiledCache(store, format);
  await cache.save({ ...compiled.value, code: "// cached" }, source);
  expect(await createPrograms(cache).compile(source)).toMatchObject({ value: { code: "// cached" } });
  await cache.save({ ...compiled.value, code: "// of another text" }, "another text");
  expect(await createPrograms(cache).compile(source)).toMatchObject({ value: { hash, code: compiled.value.code } });
});
