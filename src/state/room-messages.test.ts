import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Channel } from "./channel.ts";
import type { Room } from "./room.ts";
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

test("a tab that hears a newer version of the app says so once, and takes nothing from it", async () => {
  const { channel, openTab } = setup();
  const { room } = await openTab("a");
  const held = holdMessages(channel.connect());
  const { room: other, problems } = await openTab("b", { channel: held.channel });
  await room.define(defineList);
  await other.catchUp();
  await call(room, 1);
  await settle();
  const second = held.held[1] as { format: number };
  const { format } = second;
  for (const another of [format + 1, format + 2, format - 1, "1", undefined]) {
    held.deliver({ ...second, format: another, novelty: true });
  }
  await settle();
  expect(other.version).toBe(1);
  expect(problems).toMatchObject([{ kind: "outdated" }]);
  held.deliver(second);
  await settle();
  expect(listOf(other)).toEqual([1]);
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

test("whatever is done at once and lost on the way, in the end all tabs agree with what is stored", async () => {
  const actions = fc.array(
    fc.record({
      tab: fc.nat(2),
      what: fc.constantFrom("call", "call", "call", "define", "restart", "look"),
      lost: fc.boolean(),
      wait: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(actions, async (steps) => {
      const { channel, openTab } = setup();
      let losing = false;
      const openLossy = (name: string) => {
        const inner = channel.connect();
        const lossy: Channel = { ...inner, post: (message) => (losing ? undefined : inner.post(message)) };
        return openTab(name, { channel: lossy });
      };
      const tabs = await Promise.all(["a", "b", "c"].map(openLossy));
      const rooms = tabs.map(({ room }) => room);
      await rooms[0]?.define(defineList);
      await settle();
      const initial = rooms[0]?.replica.toData();
      let acknowledged = 0;

      async function act(room: Room, what: string, index: number): Promise<void> {
        if (what === "define") {
          await room.define([["slot", `n${index}#1`, { name: `n${index}`, first: 0, count: 0 }, index]]);
        } else if (what === "call") {
          await call(room, index);
          acknowledged += 1;
        } else if (what === "look") {
          await room.catchUp();
        } else if (initial) {
          await room.restart(() => initial);
          acknowledged = 0;
        }
      }

      const running: Promise<void>[] = [];
      for (const [index, { tab, what, lost, wait }] of steps.entries()) {
        losing = lost;
        const room = rooms[tab];
        if (room) running.push(act(room, what, index));
        if (wait) await settle();
      }
      await Promise.all(running);
      await settle();
      await Promise.all(rooms.map((room) => room.catchUp()));
      const { room: fresh } = await openTab("fresh");
      for (const room of rooms) {
        expect([room.epoch, room.version, room.replica.toData()]).toEqual([
          fresh.epoch,
          fresh.version,
          fresh.replica.toData(),
        ]);
      }
      expect(listOf(fresh)).toHaveLength(acknowledged);
      expect(tabs.flatMap(({ problems }) => problems)).toEqual([]);
    }),
  );
});
