import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createDrafts } from "./drafts.ts";

function setup() {
  const store = createMemoryStore();
  let time = 1000;
  const drafts = createDrafts({ store, now: () => ++time });
  return { drafts, store };
}

test("the first save makes a draft, and what it began as stays", async () => {
  const { drafts } = setup();
  await drafts.save("one", { title: "Scores", source: "a", from: "scores" });
  await drafts.save("one", { title: "Scores 2", source: "b", from: "other" });
  expect(await drafts.load("one")).toEqual({
    id: "one",
    title: "Scores 2",
    source: "b",
    created: 1001,
    updated: 1002,
    from: "scores",
  });
});

test("drafts are listed with the last changed first", async () => {
  const { drafts } = setup();
  await drafts.save("one", { title: "1", source: "", from: null });
  await drafts.save("two", { title: "2", source: "", from: null });
  await drafts.save("one", { title: "1", source: "x", from: null });
  expect((await drafts.list()).map((draft) => draft.id)).toEqual(["one", "two"]);
});

test("saving a draft that was deleted in another tab brings it back", async () => {
  const { drafts } = setup();
  await drafts.save("one", { title: "1", source: "", from: null });
  await drafts.remove("one");
  expect(await drafts.load("one")).toBeNull();
  await drafts.save("one", { title: "1", source: "x", from: null });
  expect(await drafts.load("one")).toMatchObject({ source: "x" });
});

test("what is not a draft is not taken for one", async () => {
  const { drafts, store } = setup();
  await store.transact({ keys: [] }, () => ({ puts: [[["draft", "x"], { id: "x", source: 1 }]], result: null }));
  expect(await drafts.load("x")).toBeNull();
  expect(await drafts.list()).toEqual([]);
});
