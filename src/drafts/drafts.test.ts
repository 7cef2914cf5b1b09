import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createDrafts } from "./drafts.ts";

function setup() {
  const store = createMemoryStore();
  let time = 1000;
  let id = 0;
  const drafts = createDrafts({ store, now: () => ++time, newId: () => `draft-${++id}` });
  return { drafts, store };
}

test("a draft is created, saved and loaded", async () => {
  const { drafts } = setup();
  const draft = await drafts.create({ title: "Scores", source: "a", from: "scores" });
  await drafts.save(draft.id, { title: "Scores 2", source: "b" });
  expect(await drafts.load(draft.id)).toEqual({
    id: "draft-1",
    title: "Scores 2",
    source: "b",
    created: 1001,
    updated: 1002,
    from: "scores",
  });
});

test("drafts are listed with the last changed first", async () => {
  const { drafts } = setup();
  const one = await drafts.create({ title: "1", source: "", from: null });
  const two = await drafts.create({ title: "2", source: "", from: null });
  await drafts.save(one.id, { title: "1", source: "x" });
  expect((await drafts.list()).map((draft) => draft.id)).toEqual([one.id, two.id]);
});

test("saving a draft that was deleted in another tab brings it back", async () => {
  const { drafts } = setup();
  const draft = await drafts.create({ title: "1", source: "", from: null });
  await drafts.remove(draft.id);
  expect(await drafts.load(draft.id)).toBeNull();
  await drafts.save(draft.id, { title: "1", source: "x" });
  expect(await drafts.load(draft.id)).toMatchObject({ source: "x" });
});

test("what is not a draft is not taken for one", async () => {
  const { drafts, store } = setup();
  await store.transact({ keys: [] }, () => ({ puts: [[["draft", "x"], { id: "x", source: 1 }]], result: null }));
  expect(await drafts.load("x")).toBeNull();
  expect(await drafts.list()).toEqual([]);
});
