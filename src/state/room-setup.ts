// For tests only: rooms of several tabs over one store in memory.

import type { ContainerId, Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { createMemoryStore } from "../storage/memory-store.ts";
import type { Channel, ChannelListener } from "./channel.ts";
import { compactRoom } from "./compaction.ts";
import { parseHead } from "./log.ts";
import { createMemoryChannel } from "./memory-channel.ts";
import { createMemoryLocks } from "./memory-locks.ts";
import type { Room, RoomOptions } from "./room.ts";
import { openRoom } from "./shared-room.ts";
import type { RoomChange } from "./room-view.ts";

/** `const list = []`, as a worker's load reports it. */
export const defineList: Operation[] = [
  ["new", -1, ["array", []]],
  ["slot", "list#1", { name: "list", first: -1, count: 1 }, ["ref", -1]],
];

export function setup() {
  const store = createMemoryStore();
  const locks = createMemoryLocks();
  const channel = createMemoryChannel();
  let ids = 0;
  const newId = (): string => `id-${++ids}`;

  async function openTab(
    name: string,
    parts: Partial<Pick<RoomOptions, "store" | "channel" | "locks" | "id" | "compactor" | "isVisible">> = {},
  ) {
    const changes: RoomChange[] = [];
    const problems: Error[] = [];
    const room = await openRoom({
      id: "room",
      store,
      locks: locks.connect(),
      channel: channel.connect(),
      now: () => 1000,
      newId,
      tab: name,
      isVisible: () => true,
      compactor: null,
      onProblem: (error) => problems.push(error),
      ...parts,
    });
    room.subscribe((change) => changes.push(change));
    return { room, changes, problems };
  }

  const openTwo = async () => [await openTab("a"), await openTab("b")] as const;
  return { store, channel, locks, newId, openTab, openTwo };
}

export function enter(room: Room, fn = "push") {
  return room.enter({ fn, user: "", signal: new AbortController().signal, onQueue: () => undefined });
}

export function listOf(room: Room): unknown[] {
  const slot = room.replica.slots().get("list#1");
  if (!slot) throw new Error("the room has no list");
  return room.replica.toPlain(slot.value) as unknown[];
}

export function listId(room: Room): ContainerId {
  const value = room.replica.slots().get("list#1")?.value;
  if (!Array.isArray(value) || value[0] !== "ref") throw new Error("the room has no list");
  return value[1];
}

export function push(room: Room, value: number | readonly ["ref", ContainerId]): Operation {
  return ["splice", listId(room), listOf(room).length, 0, [value]];
}

export const meta = { durationMs: 1, code: "hash" };

/** A whole call. */
export async function call(room: Room, value: number): Promise<number> {
  const lease = await enter(room);
  try {
    return (await lease.commit([push(room, value)], meta, new Map())).version;
  } finally {
    lease.release();
  }
}

/** A room with a list, and what shortens its log whenever it is asked: with tiny parts. */
export async function setupCompaction() {
  const { openTab, store, newId, channel } = setup();
  const { room } = await openTab("a");
  await room.define(defineList);
  const compact = (through: KeyValueStore = store) =>
    compactRoom({ store: through, room: "room", newId, minLogBytes: 0, partBytes: 50 });
  const head = async () => parseHead(await store.get(["room", "head"]));
  const push = async (values: readonly number[]): Promise<void> => {
    for (const value of values) await call(room, value);
  };
  const openFresh = async () => (await openTab("fresh")).room;
  return { openTab, store, channel, room, compact, head, push, openFresh };
}

export function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Everything that is under way in memory. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 100; i++) await Promise.resolve();
}

export async function logVersions(store: KeyValueStore): Promise<unknown[]> {
  return (await store.range(["room", "log", 0], ["room", "log", Infinity])).map(([key]) => key[2]);
}

/** A channel whose messages the test delivers, drops, doubles or reorders. */
export function holdMessages(inner: Channel) {
  const held: unknown[] = [];
  let listener: ChannelListener | null = null;
  inner.listen({ onMessage: (message) => held.push(message), onLoss: () => undefined });
  const channel: Channel = {
    ...inner,
    listen(added) {
      listener = added;
      return () => (listener = null);
    },
  };
  return { channel, held, deliver: (message: unknown) => listener?.onMessage(message), lose: () => listener?.onLoss() };
}
