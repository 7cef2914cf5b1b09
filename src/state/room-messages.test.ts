import { expect, test, vi } from "vitest";
import { call, defineList, enter, holdMessages, listId, listOf, meta, settle, setup } from "./room-setup.ts";

test("messages that are dropped, doubled, reordered or unreadable change nothing in the end", async () => {
  const { channel, openTab } = setup();
  const { room } = await openTab("a");
  const held = holdMessages(channel.connect());
  const { room: other, changes } = await openTab("b", { channel: held.channel });
  await room.define(defineList);
  for (const value of [1, 2, 3, 4, 5]) await call(room, value);
  await settle();
  expect(held.held).toHaveLength(6);
  const [first, second, , fourth, fifth, sixth] = held.held;
  for (const message of [second, first, first, fourth, sixth, fifth]) {
    held.deliver(message);
    await settle();
  }
  expect(listOf(other)).toEqual([1, 2, 3, 4, 5]);
  expect(changes.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  await call(room, 6);
  held.lose();
  await settle();
  expect(listOf(other)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const junk of [null, 1, { type: "commit" }, { type: "commit", room: "room", epoch: 1 }, { room: "room" }]) {
    held.deliver(junk);
  }
  await settle();
  expect(other.version).toBe(7);
});

test("an announcement that carries operations needs no reading", async () => {
  const { store, channel, openTab } = setup();
  const { room } = await openTab("a");
  const read = vi.fn(store.read);
  const { room: other } = await openTab("b", { store: { ...store, read }, channel: channel.connect() });
  await room.define(defineList);
  await settle();
  read.mockClear();
  await call(room, 1);
  await settle();
  expect(listOf(other)).toEqual([1]);
  expect(read).not.toHaveBeenCalled();
});

test("operations that are too large to send are read from the log", async () => {
  const { openTwo } = setup();
  const [a, b] = await openTwo();
  await a.room.define(defineList);
  const lease = await enter(a.room);
  const text = "x".repeat(40_000);
  await lease.commit([["splice", listId(a.room), 0, 0, [text]]], meta, new Map());
  lease.release();
  await settle();
  expect(listOf(b.room)).toEqual([text]);
});

test("a hostile announcement of operations that do not fit does no harm", async () => {
  const { channel, openTab } = setup();
  const { room } = await openTab("a");
  const held = holdMessages(channel.connect());
  const { room: other } = await openTab("b", { channel: held.channel });
  await room.define(defineList);
  await call(room, 1);
  await settle();
  const [first, genuine] = held.held as { entry: object }[];
  held.deliver(first);
  held.deliver({ ...genuine, entry: { ...genuine?.entry, ops: [["splice", 99, 0, 0, [1]]] } });
  await settle();
  expect(listOf(other)).toEqual([1]);
});
