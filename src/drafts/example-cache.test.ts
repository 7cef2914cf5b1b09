import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createExampleCache } from "./example-cache.ts";

const key = { code: "h", event: 0, example: "a" };

test("outputs come back for the same code, event and example only", async () => {
  const cache = createExampleCache(createMemoryStore());
  await cache.save(key, [1, { a: [2] }]);
  expect(await cache.load(key)).toEqual([1, { a: [2] }]);
  for (const other of [{ code: "i" }, { event: 1 }, { example: "b" }])
    expect(await cache.load({ ...key, ...other })).toBeUndefined();
});

test("the two hundred newest are kept", async () => {
  const store = createMemoryStore();
  const cache = createExampleCache(store);
  for (let i = 0; i < 200; i++) await cache.save({ ...key, example: `${i}` }, [i]);
  await cache.save({ ...key, example: "0" }, ["again"]);
  await cache.save({ ...key, example: "new" }, []);
  expect(await cache.load({ ...key, example: "0" })).toEqual(["again"]);
  expect(await cache.load({ ...key, example: "1" })).toBeUndefined();
  expect(await store.range(["example", ""], ["example", "\uffff"])).toHaveLength(200);
});

test("a store that fails costs a run and nothing else", async () => {
  const refuse = () => Promise.reject(new Error("lost"));
  const cache = createExampleCache({ ...createMemoryStore(), get: refuse, transact: refuse });
  await cache.save(key, [1]);
  expect(await cache.load(key)).toBeUndefined();
});
