import fc from "fast-check";
import { expect, test } from "vitest";
import type { Room } from "./room.ts";
import { call, listOf, setupCompaction } from "./room-setup.ts";

test("whatever is committed, shortened and damaged in whatever order, tabs agree and nothing is lost", async () => {
  const step = fc.record({
    tab: fc.nat(2),
    what: fc.constantFrom("call", "call", "call", "call", "compact", "compact", "spoil", "restart", "open"),
    wait: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { openTab, store, compact, head, room } = await setupCompaction();
      const rooms: Room[] = [room, (await openTab("b")).room, (await openTab("c")).room];
      const initial = room.replica.toData();
      let acknowledged = 0;
      const running: Promise<unknown>[] = [];

      async function act({ tab, what }: { tab: number; what: string }, index: number): Promise<void> {
        if (what === "call") {
          await call(rooms[tab] ?? room, index);
          acknowledged += 1;
        } else if (what === "compact") {
          await compact();
        } else if (what === "spoil") {
          const snapshots = (await head())?.snapshots ?? [];
          // One of two: more damage than that is not promised to be survived.
          const [newest] = snapshots;
          if (newest && snapshots.length === 2) {
            const range = ["room", "snapshot", newest.slot, newest.id] as const;
            await store.transact({ keys: [] }, () => ({
              deleteRanges: [[range, [...range, Infinity]]],
              result: null,
            }));
            await compact();
          }
        } else if (what === "restart") {
          await (rooms[tab] ?? room).restart(() => initial);
          acknowledged = 0;
        } else {
          rooms[tab] = (await openTab(`tab ${index}`)).room;
        }
      }

      for (const [index, each] of steps.entries()) {
        running.push(act(each, index));
        // Damage is repaired before there is more of it.
        if (each.wait || each.what === "spoil") await Promise.all(running);
      }
      await Promise.all(running);
      await Promise.all(rooms.map((each) => each.catchUp()));
      const { room: fresh, problems } = await openTab("fresh");
      expect(problems).toEqual([]);
      for (const each of rooms) expect(each.replica.toData()).toEqual(fresh.replica.toData());
      expect(listOf(fresh)).toHaveLength(acknowledged);
    }),
  );
}, 60_000);
