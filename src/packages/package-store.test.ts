import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createPackageStore, type LockedPackage } from "./package-store.ts";

const locked: LockedPackage = {
  version: "1.2.3",
  entry: "https://esm.sh/a@1.2.3",
  types: null,
  files: [{ url: "https://esm.sh/a@1.2.3", base: "https://esm.sh/a@1.2.3", sha256: "aa" }],
};

test("a draft begins with what is used where it comes from, and then goes its own way", async () => {
  const store = createPackageStore(createMemoryStore());
  await store.saveLock("link:a", new Map([["npm:a", locked]]));
  expect(await store.lock("draft:b", "link:a")).toEqual(new Map([["npm:a", locked]]));
  await store.saveLock("draft:b", new Map());
  expect(await store.lock("draft:b", "link:a")).toEqual(new Map());
  expect(await store.lock("link:a", null)).toEqual(new Map([["npm:a", locked]]));
  expect(await store.lastUsed("npm:a")).toEqual(locked);
  expect(await store.lastUsed("npm:b")).toBeNull();
});

test("names that were imported long ago are forgotten, the newest are not", async () => {
  const store = createPackageStore(createMemoryStore());
  await store.saveLock("a", new Map(Array.from({ length: 150 }, (_, i) => [`npm:p${i}`, locked])));
  const names = [...(await store.lock("a", null)).keys()];
  expect([names.length, names.at(-1)]).toEqual([100, "npm:p149"]);
});

test("files that came first go when there is too much, and one alone that is too much is not kept", async () => {
  const store = createPackageStore(createMemoryStore());
  const file = (chars: number) => ({ text: "x".repeat(chars), links: [] });
  await store.saveFile("old", file(25_000_000));
  await store.saveFile("middle", file(25_000_000));
  await store.saveFile("new", file(25_000_000));
  const kept = async () =>
    (await Promise.all(["old", "middle", "new", "huge"].map((hash) => store.file(hash)))).map((each) => each !== null);
  expect(await kept()).toEqual([false, true, true, false]);
  await store.saveFile("huge", file(61_000_000));
  expect(await store.file("huge")).toBeNull();
});

test("what cannot be stored or read is as if it were not there", async () => {
  const broken = () => Promise.reject(new Error("The disk is gone."));
  const store = createPackageStore({ durable: true, get: broken, range: broken, read: broken, transact: broken });
  await store.saveLock("a", new Map([["npm:a", locked]]));
  await store.saveFile("aa", { text: "", links: [] });
  expect(await store.lock("a", null)).toEqual(new Map());
  expect(await store.file("aa")).toBeNull();
  expect(await store.lastUsed("npm:a")).toBeNull();
});
