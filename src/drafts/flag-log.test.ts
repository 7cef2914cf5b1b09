import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createFlagLog } from "./flag-log.ts";

function setup() {
  const store = createMemoryStore();
  let count = 0;
  const log = createFlagLog({ store, now: () => 1000 + count, newId: () => `id${++count}` });
  const flag = (room: string, option: string) =>
    log.add(room, { fn: "add", option, cells: [{ label: "a", value: 1 }] });
  const options = async (room: string) => (await log.read(room)).map(({ option }) => option);
  return { store, log, flag, options };
}

test("what was flagged is read back, the newest first, each playground's apart", async () => {
  const { log, flag, options } = setup();
  await flag("r", "good");
  await flag("r", "bad");
  await flag("other", "");
  expect(await options("r")).toEqual(["bad", "good"]);
  expect(await options("other")).toEqual([""]);
  expect((await log.read("r")).at(-1)).toEqual({
    id: "id1",
    timeMs: 1001,
    fn: "add",
    option: "good",
    cells: [{ label: "a", value: 1 }],
  });
});

test("clearing leaves nothing of a playground, and all of the others", async () => {
  const { store, log, flag, options } = setup();
  await flag("r", "a");
  await flag("other", "b");
  await log.clear("r");
  expect(await options("r")).toEqual([]);
  expect(await options("other")).toEqual(["b"]);
  expect(await store.range(["flagged", "r"], ["flagged", "r", "\uffff"])).toEqual([]);
});

test("the thousand newest are kept", async () => {
  const { store, flag, options } = setup();
  for (let i = 0; i < 1003; i++) await flag("r", `${i}`);
  const kept = await options("r");
  expect(kept).toHaveLength(1000);
  expect([kept[0], kept.at(-1)]).toEqual(["1002", "3"]);
  expect(await store.range(["flagged", "r", ""], ["flagged", "r", "\uffff"])).toHaveLength(1000);
});

test("what is stored in another shape is left out", async () => {
  const { store, flag, options } = setup();
  await flag("r", "good");
  await store.transact({ keys: [] }, () => ({ puts: [[["flagged", "r", "id1"], { id: "id1" }]], result: null }));
  expect(await options("r")).toEqual([]);
});
