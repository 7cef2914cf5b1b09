import { expect, test, vi } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import { fakeDatabase } from "./fake-database.ts";
import { appPath, openStore } from "./open-store.ts";

test("without IndexedDB there is memory and a reason for people", async () => {
  const { store, problem } = await openStore({ path: "/", factory: () => undefined });
  expect(store.durable).toBe(false);
  expect(problem).toBe(
    "This browser does not let the page store data (private window or blocked site data). Everything works, but is gone when you close the tab.",
  );
});

test("a browser that throws when IndexedDB is touched leaves memory", async () => {
  const { store, problem } = await openStore({
    path: "/",
    factory: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
  expect(store.durable).toBe(false);
  expect(problem).toContain("does not let the page store data");
});

test("a database that never answers is given up after its time", async () => {
  vi.useFakeTimers();
  try {
    // What the store touches of IndexedDB, never settling.
    const factory = { open: () => ({}) } as unknown as IDBFactory;
    const opening = openStore({ path: "/", factory: () => factory });
    await vi.advanceTimersByTimeAsync(3999);
    expect(await Promise.race([opening, Promise.resolve("waiting")])).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect((await opening).problem).toContain("does not answer");
  } finally {
    vi.useRealTimers();
  }
});

test("a database that answers after it was given up is not used, but told of", async () => {
  vi.useFakeTimers();
  try {
    const { factory, faults } = fakeDatabase();
    const { promise, resolve } = createDeferred<void>();
    faults.slow = promise;
    const opening = openStore({ path: "/", factory: () => factory });
    await vi.advanceTimersByTimeAsync(4000);
    const { store, answersLater } = await opening;
    expect(store.durable).toBe(false);
    expect(await Promise.race([answersLater, Promise.resolve("unknown")])).toBe("unknown");
    await vi.advanceTimersByTimeAsync(60_000);
    resolve();
    expect(await answersLater).toBe(true);
    expect(store.durable).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test("a browser without a database has none later either", async () => {
  const { answersLater } = await openStore({ path: "/", factory: () => undefined });
  expect(await answersLater).toBe(false);
});

test("the path of the app is the directory of the page", () => {
  expect(appPath("/interstate/index.html")).toBe("/interstate/");
  expect(appPath("/interstate/")).toBe("/interstate/");
  expect(appPath("/")).toBe("/");
});
