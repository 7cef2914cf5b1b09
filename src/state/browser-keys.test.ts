import { expect, test, vi } from "vitest";
import { createDeferred } from "../base/deferred.ts";
import { createBrowserKeys } from "./browser-keys.ts";
import { setup as setupRooms } from "./room-setup.ts";
import type { Room } from "./room.ts";

function setup() {
  const opens: { readonly id: string; open(): void; readonly dispose: () => void }[] = [];
  const keys = createBrowserKeys("room", (id) => {
    const { promise, resolve } = createDeferred<Room>();
    const dispose = vi.fn();
    opens.push({ id, dispose, open: () => resolve({ dispose } as unknown as Room) });
    return promise;
  });
  return { keys, opens };
}

test("the room of a key that is opened while the playground is closed is closed, too", async () => {
  const { keys, opens } = setup();
  const first = keys.open("first");
  opens[0]?.open();
  await first;
  const second = keys.open("second");
  keys.dispose();
  expect(opens.map(({ dispose }) => vi.mocked(dispose).mock.calls.length)).toEqual([1, 0]);
  opens[1]?.open();
  await expect(second).rejects.toMatchObject({ kind: "closed" });
  expect(opens.map(({ dispose }) => vi.mocked(dispose).mock.calls.length)).toEqual([1, 1]);
  const told: string[] = [];
  keys.subscribe((key) => told.push(key));
  expect(told).toEqual(["first"]);
});

test("no room of a key is opened when the playground is closed", async () => {
  const { keys, opens } = setup();
  keys.dispose();
  await expect(keys.open("late")).rejects.toMatchObject({ kind: "closed" });
  expect(opens).toEqual([]);
});

test("a load that is overtaken while it opens a key leaves no room that listens", async () => {
  const { openTab, channel } = setupRooms();
  let listening = 0;
  const mine = channel.connect();
  const counted = {
    ...mine,
    listen(listener: Parameters<typeof mine.listen>[0]) {
      listening += 1;
      const stop = mine.listen(listener);
      return () => {
        listening -= 1;
        stop();
      };
    },
  };
  const { room } = await openTab("a", { channel: counted });
  const opening = room.browser.open("key");
  room.dispose();
  await expect(opening).rejects.toMatchObject({ kind: "closed" });
  await expect(room.browser.open("other")).rejects.toMatchObject({ kind: "closed" });
  expect(listening).toBe(0);
});
