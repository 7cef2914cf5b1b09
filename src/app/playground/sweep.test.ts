import { expect, test } from "vitest";
import { createCompiledCache } from "../../drafts/compiled-cache.ts";
import { broughtKey } from "../../drafts/draft-record.ts";
import { createDrafts } from "../../drafts/drafts.ts";
import { createExampleCache } from "../../drafts/example-cache.ts";
import { createFlagLog } from "../../drafts/flag-log.ts";
import { createPlaygrounds } from "../../drafts/playgrounds.ts";
import { createNetworkGrants } from "../../packages/network-grants.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { noteUse } from "../../state/drop-room.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { dropPlaygrounds } from "./drop-playgrounds.ts";
import { createGoodbyes, forgetGoodbyes, type Goodbye } from "./goodbyes.ts";
import { createLastWords } from "./last-words.ts";
import { createItems } from "./items-for-tests.ts";
import { createMemoryLocks } from "../../state/memory-locks.ts";
import { sweep } from "./sweep.ts";

const day = 24 * 60 * 60_000;

function setup() {
  const store = createMemoryStore();
  let time = 1000 * day;
  const now = () => time;
  const drafts = createDrafts({ store, now });
  const playgrounds = createPlaygrounds({ store, now, newId: () => "new", tab: "a" });
  const items = createItems();
  const lastWords = createLastWords("/", () => items, now);
  const left = {
    forgetTyped: lastWords.forget,
    forgetUsers: (rooms: readonly string[]) => forgetGoodbyes(rooms, { path: "/", store: () => items }),
  };
  const save = (id: string, source = id) =>
    drafts.save(id, { title: id, named: false, beganAs: id, source, from: null, writer: "a", over: 0 });

  /** All that somebody leaves in a room who uses what there is. `word` stands in everything. */
  async function use(room: string, word: string): Promise<void> {
    await store.transact({ keys: [] }, () => ({
      puts: [["head"], ["log", 1], ["snapshot", 0, "id", 1], ["run", "x"]].flatMap((rest) => [
        [[room, ...rest], word],
        [[`${room}/browser/theme`, ...rest], word],
      ]),
      result: null,
    }));
    await createFlagLog({ store, now, newId: () => `flag of ${word}` }).add(room, {
      fn: "f",
      option: "",
      cells: [{ label: "In", value: word }],
    });
    await createNetworkGrants(store).save(room, { allowed: [`https://${word}.example`], refused: [] });
    await createCompiledCache(store, 1).save({ hash: `h ${word}` } as CompiledModule, word);
    await createExampleCache(store).save({ code: `h ${word}`, event: 0, example: word }, [word]);
    let leave = (): void => undefined;
    const locks = createMemoryLocks().connect();
    const onGone = (listener: () => void) => void (leave = listener);
    createGoodbyes({
      path: "/",
      store: () => items,
      locks,
      newId: () => word,
      onGone,
      onWritten: () => undefined,
    }).onGone((): Goodbye => ({ room, code: "c", session: "s", states: [[1, word]] }));
    leave();
  }

  async function useDraft(id: string, word: string): Promise<void> {
    await save(id, word);
    await drafts.save(id, {
      title: word,
      named: false,
      beganAs: word,
      source: `${word} 2`,
      from: null,
      writer: "b",
      over: 1,
    });
    lastWords.keep(id, { title: word, named: false, beganAs: word, source: word, from: null, writer: "a", over: 2 });
    await store.transact({ keys: [] }, () => ({ puts: [[broughtKey(id), word]], result: null }));
    await use(`draft:${id}`, word);
  }

  return {
    ...{ store, left, use, useDraft },
    /** Everything that this browser holds. */
    async everything() {
      const stored = await store.range([""], ["\uffff"]);
      return JSON.stringify([stored, items.all()]);
    },
    playgrounds,
    save: (id: string) => save(id),
    fill: (room: string) => store.transact({ keys: [] }, () => ({ puts: [[[room, "head"], 1]], result: null })),
    pass: (days: number) => void (time += days * day),
    sweep: (room: string | null = null) => sweep({ store, playgrounds, left, now: time, room }),
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

test("what is deleted for good leaves nothing behind, and nothing else goes", async () => {
  const { store, left, useDraft, everything } = setup();
  await useDraft("one", "apple");
  await useDraft("two", "pear");
  expect(await everything()).toContain("apple");
  await dropPlaygrounds({ store, left, drafts: ["one"], links: [] });
  const after = await everything();
  expect(after).not.toContain("apple");
  expect(after).not.toContain("draft:one");
  for (const kept of ["pear 2", "draft:two/browser/theme", "flag of pear", "https://pear.example", ":typed:two"]) {
    expect(after).toContain(kept);
  }
  await dropPlaygrounds({ store, left, drafts: ["two"], links: [] });
  expect(await everything()).toBe("[[],[]]");
});

test("what is swept leaves nothing behind", async () => {
  const { store, playgrounds, use, useDraft, pass, sweep, everything, now } = setup();
  await useDraft("gone", "apple");
  await playgrounds.setDeleted(["gone"], true);
  await use("link:a", "pear");
  await noteUse(store, "link:a", now());
  await noteUse(store, "link:b", now() + 1000 * day);
  pass(91);
  await sweep();
  const after = await everything();
  for (const gone of ["apple", "pear", "draft:gone", "link:a"]) expect(after).not.toContain(gone);
  expect(after).toContain("link:b");
});

test("a deleted playground that is open is left alone, all of it", async () => {
  const { playgrounds, save, fill, pass, sweep, rooms } = setup();
  await save("open");
  await fill("draft:open");
  await playgrounds.setDeleted(["open"], true);
  pass(31);
  await sweep("draft:open");
  expect(await playgrounds.list()).toHaveLength(1);
  expect(await rooms()).toEqual(["draft:open"]);
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
