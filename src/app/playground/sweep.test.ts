import { expect, test } from "vitest";
import { createDrafts } from "../../drafts/drafts.ts";
import { createPlaygrounds } from "../../drafts/playgrounds.ts";
import { noteUse } from "../../state/drop-room.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { sweep } from "./sweep.ts";

const day = 24 * 60 * 60_000;

function setup() {
  const store = createMemoryStore();
  let time = 1000 * day;
  const now = () => time;
  const drafts = createDrafts({ store, now });
  const playgrounds = createPlaygrounds({ store, now, newId: () => "new", tab: "a" });
  return {
    store,
    playgrounds,
    save: (id: string) =>
      drafts.save(id, { title: id, named: false, beganAs: id, source: id, from: null, writer: "a", over: 0 }),
    fill: (room: string) => store.transact({ keys: [] }, () => ({ puts: [[[room, "head"], 1]], result: null })),
    pass: (days: number) => void (time += days * day),
    sweep: (room: string | null = null) => sweep({ store, playgrounds, now: time, room }),
    async rooms() {
      const all = await store.range([""], ["\uffff"]);
      return all.filter(([key]) => key[1] === "head").map(([key]) => key[0]);
    },
    now,
  };
}

test("a deleted playground goes for good with its state after a month, and one that is not deleted never", async () => {
  const { playgrounds, save, fill, pass, sweep, rooms } = setup();
  for (const id of ["kept", "gone"]) {
    await save(id);
    await fill(`draft:${id}`);
  }
  await playgrounds.setDeleted(["gone"], true);
  pass(29);
  await sweep();
  expect(await playgrounds.list()).toHaveLength(2);
  pass(2);
  await sweep();
  expect((await playgrounds.list()).map(({ id }) => id)).toEqual(["kept"]);
  expect(await rooms()).toEqual(["draft:kept"]);
  pass(10_000);
  await sweep();
  expect(await rooms()).toEqual(["draft:kept"]);
});

test("the state of a link goes when it was not opened for three months, except where it is open", async () => {
  const { store, fill, pass, sweep, rooms, now } = setup();
  for (const room of ["link:a", "link:b", "link:c"]) {
    await fill(room);
    await noteUse(store, room, now());
  }
  pass(89);
  await noteUse(store, "link:b", now());
  pass(2);
  await sweep("link:c");
  expect(await rooms()).toEqual(["link:b", "link:c"]);
});

test("it looks once a day", async () => {
  const { store, fill, pass, sweep, rooms, now } = setup();
  await sweep();
  await fill("link:a");
  await noteUse(store, "link:a", now() - 100 * day);
  await sweep();
  expect(await rooms()).toEqual(["link:a"]);
  pass(1);
  await sweep();
  expect(await rooms()).toEqual([]);
});
