import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createDrafts } from "./drafts.ts";
import { createPlaygrounds } from "./playgrounds.ts";

function setup() {
  const store = createMemoryStore();
  let time = 1000;
  let id = 0;
  const now = () => ++time;
  const drafts = createDrafts({ store, now });
  const playgrounds = createPlaygrounds({ store, now, newId: () => `new-${++id}`, tab: "here" });
  const save = (id: string, source: string, writer = "a", over = 0) =>
    drafts.save(id, { title: `Title ${id}`, named: false, beganAs: "", source, from: "link:x", writer, over });
  const titles = async () => (await playgrounds.list()).map(({ id, title }) => `${id}: ${title}`);
  return { store, drafts, playgrounds, save, titles };
}

const found = { id: "imported1", title: "Imported", named: true, source: "x", created: 5, updated: 6 };

test("the list has what was changed last first", async () => {
  const { playgrounds, save, titles } = setup();
  await save("one", "a");
  await save("two", "bb");
  await save("one", "aaa", "a", 1);
  expect(await titles()).toEqual(["one: Title one", "two: Title two"]);
  expect(await playgrounds.list()).toMatchObject([{ chars: 3 }, { chars: 2 }]);
});

test("a name that a person chose stays, whatever the app is called", async () => {
  const { playgrounds, save, titles } = setup();
  await save("one", "a");
  await playgrounds.rename("one", "From the app", false);
  expect(await titles()).toEqual(["one: From the app"]);
  await playgrounds.rename("one", "Mine", true);
  await playgrounds.rename("one", "From the app again", false);
  await save("one", "ab", "a", 1);
  expect(await titles()).toEqual(["one: Mine"]);
});

test("a copy is a playground of its own, with no past and no room", async () => {
  const { drafts, playgrounds, save } = setup();
  await save("one", "a");
  expect(await playgrounds.duplicate("one")).toMatchObject({ id: "new-1", title: "Title one (copy)", from: null });
  expect(await drafts.load("new-1")).toMatchObject({ source: "a", revision: 1 });
  expect(await playgrounds.duplicate("gone")).toBeNull();
});

test("what is deleted can be taken back", async () => {
  const { playgrounds, save } = setup();
  await save("one", "a");
  await playgrounds.setDeleted(["one", "gone"], true);
  expect((await playgrounds.list())[0]?.deleted).toBeGreaterThan(1000);
  await playgrounds.setDeleted(["one"], false);
  expect(await playgrounds.list()).toMatchObject([{ deleted: null }]);
});

test("a draft that was stored with its text inside can be renamed and read", async () => {
  const { store, playgrounds } = setup();
  const old = { id: "old", title: "Old", source: "text", created: 1, updated: 1, from: null };
  await store.transact({ keys: [] }, () => ({ puts: [[["draft", "old"], old]], result: null }));
  await playgrounds.rename("old", "Newer", true);
  expect(await playgrounds.read(["old", "gone"])).toMatchObject([{ title: "Newer", source: "text" }]);
});

test("adding overwrites nothing: the same is known, another text gets an id of its own", async () => {
  const { drafts, playgrounds, save } = setup();
  await save("imported1", "mine");
  expect(await playgrounds.add([found])).toEqual({ added: 1, known: 0 });
  expect(await drafts.load("imported1")).toMatchObject({ source: "mine" });
  expect(await drafts.load("new-1")).toMatchObject({ source: "x", title: "Imported", created: 5, updated: 6 });
  const other = { ...found, id: "imported2" };
  expect(await playgrounds.add([other])).toEqual({ added: 1, known: 0 });
  expect(await playgrounds.add([other])).toEqual({ added: 0, known: 1 });
});

test("adding what was deleted brings it back", async () => {
  const { playgrounds } = setup();
  await playgrounds.add([found]);
  await playgrounds.setDeleted(["imported1"], true);
  expect(await playgrounds.add([found])).toEqual({ added: 1, known: 0 });
  expect(await playgrounds.list()).toMatchObject([{ id: "imported1", deleted: null }]);
});

test("more are added than one transaction takes, and listed and read", async () => {
  const { playgrounds } = setup();
  const many = Array.from({ length: 1200 }, (_, i) => ({ ...found, id: `many-${i}`.padEnd(9, "x"), updated: i }));
  expect(await playgrounds.add(many)).toEqual({ added: 1200, known: 0 });
  const list = await playgrounds.list();
  expect([list.length, list[0]?.updated]).toEqual([1200, 1199]);
  expect(await playgrounds.read(list.map(({ id }) => id))).toHaveLength(1200);
});

test("one that came with its state is new each time, and has that until it is opened", async () => {
  const { playgrounds, drafts, titles } = setup();
  expect(await playgrounds.addWith(found, "{}")).toBe("new-1");
  expect(await playgrounds.addWith(found, "{}")).toBe("new-2");
  expect(await titles()).toEqual(["new-1: Imported", "new-2: Imported"]);
  expect(await drafts.brought("new-1")).toBe("{}");
  await drafts.settle("new-1");
  expect(await drafts.brought("new-1")).toBe(null);
  expect(await drafts.brought("new-2")).toBe("{}");
});
