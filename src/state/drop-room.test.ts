import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { noteUse, roomRanges, unusedSince } from "./drop-room.ts";

test("the ranges of a room are all that is stored of it, and nothing of others", async () => {
  const store = createMemoryStore();
  const puts = ["link:a", "link:a/browser/theme", "link:ab", "draft:a"].flatMap((room) =>
    [["head"], ["log", 1], ["snapshot", 0], ["snapshot", 0, "id", 1], ["run", "x"]].map(
      (rest) => [[room, ...rest], 1] as const,
    ),
  );
  await store.transact({ keys: [] }, () => ({ puts, result: null }));
  await noteUse(store, "link:a", 5);
  await store.transact({ keys: [] }, () => ({ deleteRanges: roomRanges("link:a"), result: null }));
  const left = await store.range([""], ["\uffff"]);
  expect(new Set(left.map(([[room]]) => room))).toEqual(new Set(["link:ab", "draft:a"]));
  expect(left).toHaveLength(10);
});

test("rooms are unused that nobody has used since", async () => {
  const store = createMemoryStore();
  await noteUse(store, "link:old", 10);
  await noteUse(store, "link:new", 20);
  await noteUse(store, "link:again", 10);
  await noteUse(store, "link:again", 30);
  expect(await unusedSince(store, 20)).toEqual(["link:old"]);
});
