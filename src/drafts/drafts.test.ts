import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import { createDrafts } from "./drafts.ts";
import { readPast } from "./past.ts";
import { createPlaygrounds } from "./playgrounds.ts";

function setup() {
  const store = createMemoryStore();
  let time = 1000;
  const drafts = createDrafts({ store, now: () => ++time });
  return { drafts, store };
}

const text = (source: string, over: number, writer = "a") => ({
  title: "Scores",
  named: false,
  beganAs: "Scores",
  source,
  from: "scores",
  over,
  writer,
});

test("the first save makes a draft, and what it began as stays", async () => {
  const { drafts } = setup();
  await drafts.save("one", text("a", 0));
  await drafts.save("one", { ...text("b", 1), title: "Scores 2", from: "other" });
  expect(await drafts.load("one")).toEqual({
    id: "one",
    title: "Scores 2",
    named: false,
    beganAs: "Scores",
    source: "b",
    chars: 1,
    created: 1001,
    updated: 1002,
    from: "scores",
    revision: 2,
    writer: "a",
    deleted: null,
  });
});

test("a text typed over what another tab has replaced meanwhile is refused, and nothing is overwritten", async () => {
  const { drafts } = setup();
  await drafts.save("one", text("base", 0, "a"));
  await drafts.save("one", text("an hour of work", 1, "a"));
  expect(await drafts.save("one", text("base!", 1, "b"))).toBeNull();
  expect(await drafts.load("one")).toMatchObject({ source: "an hour of work", revision: 2, writer: "a" });
  expect(await drafts.save("one", text("both", 2, "b"))).toMatchObject({ source: "both", revision: 3, writer: "b" });
});

test("a tab that could not know that it has saved saves again, and so does one that has the same text", async () => {
  const { drafts } = setup();
  await drafts.save("one", text("a", 0, "a"));
  expect(await drafts.save("one", text("ab", 0, "a"))).toMatchObject({ source: "ab", revision: 2 });
  expect(await drafts.save("one", text("ab", 0, "b"))).toMatchObject({ source: "ab", revision: 3 });
});

test("a draft that was stored before saves were counted is there and can be saved", async () => {
  const { drafts, store } = setup();
  const old = { id: "one", title: "Old", source: "old", created: 1, updated: 1, from: null };
  await store.transact({ keys: [] }, () => ({ puts: [[["draft", "one"], old]], result: null }));
  expect(await drafts.load("one")).toMatchObject({ ...old, revision: 0, writer: "", chars: 3 });
  expect(await drafts.save("one", text("new", 0))).toMatchObject({ source: "new", revision: 1 });
  expect(await drafts.load("one")).toMatchObject({ source: "new", chars: 3 });
});

test("saving a draft that was deleted meanwhile brings it back", async () => {
  const { drafts, store } = setup();
  await drafts.save("one", text("", 0));
  await store.transact({ keys: [] }, () => ({ deletes: [["draft", "one"]], result: null }));
  expect(await drafts.load("one")).toBeNull();
  await drafts.save("one", text("x", 1));
  expect(await drafts.load("one")).toMatchObject({ source: "x" });
});

test("what is not a draft is not taken for one", async () => {
  const { drafts, store } = setup();
  await store.transact({ keys: [] }, () => ({ puts: [[["draft", "x"], { id: "x", source: 1 }]], result: null }));
  expect(await drafts.load("x")).toBeNull();
});

test("saving a draft that was deleted takes that back", async () => {
  const { drafts, store } = setup();
  const { setDeleted, list } = createPlaygrounds({ store, now: () => 5, newId: () => "", tab: "a" });
  await drafts.save("one", text("x", 0));
  await setDeleted(["one"], true);
  expect(await list()).toMatchObject([{ id: "one", deleted: 5 }]);
  await drafts.save("one", text("xy", 1));
  expect(await list()).toMatchObject([{ id: "one", deleted: null }]);
});

test("where there is no room left, what a draft was before gives room to what it is", async () => {
  const { store } = setup();
  let full = false;
  const tight: KeyValueStore = {
    ...store,
    transact: (reads, decide, options) =>
      store.transact(
        reads,
        (values, ranges) => {
          const writes = decide(values, ranges);
          if (full && !writes.deleteRanges?.length) throw new StorageError("quota", "full");
          return writes;
        },
        options,
      ),
  };
  const drafts = createDrafts({ store: tight, now: () => 1 });
  await drafts.save("one", text("a", 0, "a"));
  await drafts.save("one", text("b", 1, "b"));
  expect(await readPast(store, "one")).toHaveLength(1);
  full = true;
  expect(await drafts.save("one", text("c", 2, "c"))).toMatchObject({ source: "c" });
  expect(await readPast(store, "one")).toEqual([]);
});
