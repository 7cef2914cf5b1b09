import { expect, test } from "vitest";
import { createMemoryStore } from "./memory-store.ts";

test("values are copied on the way in and out", async () => {
  const store = createMemoryStore();
  const value = { list: [1] };
  await store.transact({ keys: [] }, () => ({ puts: [[["a"], value]], result: null }));
  value.list.push(2);
  const first = await store.get(["a"]);
  expect(first).toEqual({ list: [1] });
  expect(await store.get(["a"])).not.toBe(first);
});

test("a transaction reads keys and ranges that depend on them, deletes, then puts", async () => {
  const store = createMemoryStore();
  await store.transact({ keys: [] }, () => ({
    puts: [1, 2, 3, 4].map((n) => [["log", n], n] as const),
    result: null,
  }));
  const result = await store.transact(
    {
      keys: [["log", 2], ["none"]],
      ranges: ([two]) => [
        [
          ["log", Number(two)],
          ["log", 3],
        ],
      ],
    },
    (values, ranges) => ({
      deleteRanges: [
        [
          ["log", 1],
          ["log", 2],
        ],
      ],
      deletes: [["log", 4]],
      puts: [[["log", 2], "again"]],
      result: { values, ranges },
    }),
  );
  expect(result).toEqual({
    values: [2, undefined],
    ranges: [
      [
        [["log", 2], 2],
        [["log", 3], 3],
      ],
    ],
  });
  expect(await store.range(["log", 0], ["log", Infinity])).toEqual([
    [["log", 2], "again"],
    [["log", 3], 3],
  ]);
});

test("a decision that throws writes nothing and comes out as it is", async () => {
  const store = createMemoryStore();
  const mistake = new RangeError("no");
  const done = store.transact({ keys: [] }, () => {
    throw mistake;
  });
  await expect(done).rejects.toBe(mistake);
});

test("a value that cannot be stored refuses the whole transaction", async () => {
  const store = createMemoryStore();
  const done = store.transact({ keys: [] }, () => ({
    puts: [
      [["a"], 1],
      [["b"], () => 1],
    ],
    result: null,
  }));
  await expect(done).rejects.toMatchObject({ name: "StorageError", kind: "unknown" });
  expect(await store.get(["a"])).toBeUndefined();
});

test("a range that ends before it starts holds nothing", async () => {
  const store = createMemoryStore();
  await store.transact({ keys: [] }, () => ({ puts: [[["a", 2], 1]], result: null }));
  expect(await store.range(["a", 3], ["a", 1])).toEqual([]);
});
