import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeDatabase } from "./fake-database.ts";
import type { KeyValueStore } from "./key-value-store.ts";
import { openStore } from "./open-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function setup() {
  const { factory, faults, opened } = fakeDatabase();
  const { store, problem } = await openStore({ path: "/", factory: () => factory, transactionTimeoutMs: 10_000 });
  expect(problem).toBeNull();
  return { store, faults, opened };
}

function put(store: KeyValueStore, value: unknown): Promise<string> {
  return store.transact({ keys: [["a"]] }, () => ({ puts: [[["a"], value]], result: "done" }));
}

test("what is put is read back", async () => {
  const { store } = await setup();
  expect(await put(store, { n: 1 })).toBe("done");
  expect(await store.get(["a"])).toEqual({ n: 1 });
  expect(await store.read({ keys: [["a"], ["b"]] })).toEqual({ values: [{ n: 1 }, undefined], ranges: [] });
});

test.each([
  ["a lack of room", new DOMException("full", "QuotaExceededError"), "quota"],
  ["no error at all, as when there is no room", null, "quota"],
  ["a closed database", new DOMException("closed", "AbortError"), "lost"],
  ["anything else", new DOMException("odd", "DataError"), "unknown"],
])("a write that is aborted with %s is refused in words and stores nothing", async (_, error, kind) => {
  const { store, faults } = await setup();
  await put(store, 1);
  faults.write = { error };
  await expect(put(store, 2)).rejects.toMatchObject({ name: "StorageError", kind });
  expect(await store.get(["a"])).toBe(1);
  await put(store, 3);
  expect(await store.get(["a"])).toBe(3);
});

test.each([
  [new DOMException("full", "QuotaExceededError"), "quota"],
  [new DOMException("a function", "DataCloneError"), "unknown"],
])("a write that is refused on the spot is refused in words and stores nothing (%s)", async (error, kind) => {
  const { store } = await setup();
  await put(store, 1);
  const refused = Object.defineProperty({}, "value", {
    enumerable: true,
    get() {
      throw error;
    },
  });
  await expect(put(store, refused)).rejects.toMatchObject({ name: "StorageError", kind });
  expect(await store.get(["a"])).toBe(1);
  expect(await put(store, 3)).toBe("done");
});

test.each(["InvalidStateError", "UnknownError"])(
  "a connection that is gone (%s) is opened again, once",
  async (name) => {
    const { store, faults, opened } = await setup();
    faults.start = new DOMException("gone", name);
    expect(await put(store, 1)).toBe("done");
    expect(opened).toHaveLength(2);
  },
);

test("a database that cannot be opened again is a loss, and is tried again next time", async () => {
  const { store, faults } = await setup();
  faults.start = new DOMException("gone", "InvalidStateError");
  faults.open = "error";
  await expect(put(store, 1)).rejects.toMatchObject({ kind: "lost" });
  faults.start = new DOMException("gone", "InvalidStateError");
  faults.open = "blocked";
  await expect(put(store, 1)).rejects.toThrow("Another tab keeps this browser's database from being opened.");
  expect(await put(store, 2)).toBe("done");
});

test("what a decision throws ends the transaction and comes out as it is", async () => {
  const { store } = await setup();
  const mistake = new RangeError("no");
  const deciding = store.transact({ keys: [["a"]] }, () => {
    throw mistake;
  });
  await expect(deciding).rejects.toBe(mistake);
  expect(await put(store, 1)).toBe("done");
});

test.each([
  ["hangs", undefined],
  ["lost", 1],
] as const)(
  "a write of which nothing is heard (it %s) ends after its time, on a new connection",
  async (fault, found) => {
    const { store, faults, opened } = await setup();
    faults.write = fault;
    const writing = put(store, 1);
    const ended = vi.fn();
    writing.catch(ended);
    await vi.advanceTimersByTimeAsync(9999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await expect(writing).rejects.toMatchObject({
      kind: "lost",
      message: "This browser's database has not answered for 10 seconds.",
    });
    expect(await store.get(["a"])).toBe(found);
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  },
);
