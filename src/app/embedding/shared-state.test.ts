import { expect, test, vi } from "vitest";
import type { CompiledModule, EmbedGrant } from "../../protocol/compiled.ts";
import { call, defineList, listOf, setup as setupRooms } from "../../state/room-setup.ts";
import type { Room } from "../../state/room.ts";
import { createSharedState } from "./shared-state.ts";

const readable: EmbedGrant = { read: ["list"], write: [] };

async function setup() {
  const { openTab } = setupRooms();
  async function openRoom(id: string): Promise<Room> {
    const { room } = await openTab("a", { id });
    await room.define(defineList);
    return room;
  }
  const programWith = (embed: EmbedGrant) =>
    ({ embed, variables: [{ name: "list", key: "list#1", role: "shared" }] }) as unknown as CompiledModule;
  const first = await openRoom("first");
  let current = { room: first, program: programWith(readable) };
  const listeners = new Set<() => void>();
  const shared = createSharedState({
    who: "Client 1",
    current: () => current,
    onBuild(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  return {
    ...{ shared, first, listeners, openRoom },
    /** Other code runs. */
    build(room: Room, embed = readable): void {
      current = { room, program: programWith(embed) };
      for (const listener of [...listeners]) listener();
    },
  };
}

test("who follows a variable hears of its changes until they stop", async () => {
  const { shared, first, listeners } = await setup();
  const values: unknown[] = [];
  const stop = shared.follow("list", (value) => values.push(value), vi.fn());
  await call(first, 5);
  await vi.waitFor(() => expect(values).toEqual([[], [5]]));
  stop();
  await call(first, 6);
  expect(listOf(first)).toEqual([5, 6]);
  expect(values).toEqual([[], [5]]);
  expect(listeners.size).toBe(0);
});

test("who follows a variable follows it into the room that other code runs in", async () => {
  const { shared, first, build, openRoom } = await setup();
  const second = await openRoom("second");
  await call(second, 1);
  const values: unknown[] = [];
  shared.follow("list", (value) => values.push(value), vi.fn());
  build(second);
  first.dispose();
  expect(values).toEqual([[], [1]]);
  await call(second, 2);
  await vi.waitFor(() => expect(values).toEqual([[], [1], [1, 2]]));
  // The same room, and the same variable: there is nothing to tell.
  build(second);
  expect(values).toHaveLength(3);
});

test("if other code does not let a variable be read, who follows it is told so, and hears no more", async () => {
  const { shared, first, build, listeners } = await setup();
  const onValue = vi.fn();
  const onEnd = vi.fn();
  shared.follow("list", onValue, onEnd);
  // Told of soon, and not allowed by then.
  const changed = call(first, 5);
  build(first, { read: [], write: [] });
  await changed;
  expect(onEnd.mock.calls).toEqual([[expect.stringContaining("does not let pages that embed it read")]]);
  expect(onValue.mock.calls).toEqual([[[]]]);
  expect(listeners.size).toBe(0);
});
