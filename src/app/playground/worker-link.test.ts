import { expect, test } from "vitest";
import { Replica } from "../../journal/replica.ts";
import { emptyGraph, type Operation } from "../../protocol/operation.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { LogEntry } from "../../state/log.ts";
import type { RoomChange } from "../../state/room-view.ts";
import type { Room } from "../../state/room.ts";
import { createSession } from "../../state/session.ts";
import { createWorkerLink, type Patches, type WorkerLink } from "./worker-link.ts";

const bind = (value: number): Operation => ["bind", "n#1", value];

function setup() {
  const replica = Replica.from({ ...emptyGraph, slots: [["n#1", { name: "n", first: 0, count: 0 }, 0]] });
  const listeners = new Set<(change: RoomChange) => void>();
  const room = {
    epoch: "e",
    version: 1,
    replica,
    subscribe(listener: (change: RoomChange) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const commit = (version: number, ops: readonly Operation[], own = false) => {
    const source = own ? "here" : "elsewhere";
    replica.apply(ops);
    room.version = version;
    const entry = { ops } as unknown as LogEntry;
    for (const listener of listeners) listener({ source, epoch: "e", version, entry, group: own ? link.group : null });
  };
  const reset = () => {
    room.epoch = "f";
    for (const listener of listeners) listener({ source: "reset", epoch: "f", version: 1, entry: null });
  };
  const worker = { end: () => undefined, ended: new Promise(() => undefined) } as unknown as SandboxWorker;
  const session = createSession({ hash: "s" });
  const link = createWorkerLink(worker, room as unknown as Room, session);
  return { link, commit, reset, listeners, session };
}

/** What a call carries that ends before the next begins. */
function take(link: WorkerLink): Patches {
  const { patches, end } = link.startCall();
  end();
  return patches;
}

test("a call carries what others committed since the last one, once", () => {
  const { link, commit } = setup();
  commit(2, [bind(1)]);
  commit(3, [bind(2)]);
  expect(take(link).room).toEqual({ numbered: [], whole: null, operations: [bind(1), bind(2)] });
  expect(take(link).room).toBeNull();
});

test("a worker is not sent what it did itself, but the ids that this was given", () => {
  const { link, commit } = setup();
  commit(2, [bind(2)], true);
  link.room.numbered([[-1, 7]]);
  commit(3, [bind(1)]);
  expect(take(link).room).toEqual({ numbered: [[-1, 7]], whole: null, operations: [bind(1)] });
});

test("a version that is told twice is sent once", () => {
  const { link, commit } = setup();
  commit(2, [bind(1)]);
  commit(2, [bind(1)]);
  expect(take(link).room?.operations).toEqual([bind(1)]);
});

test("after a reset, or when worker and room may have parted, a call carries the whole", () => {
  const { link, commit, reset } = setup();
  commit(2, [bind(5)]);
  reset();
  commit(3, [bind(6)]);
  const { room } = take(link);
  expect(room?.operations).toEqual([]);
  expect(room?.whole?.slots).toEqual([["n#1", { name: "n", first: 0, count: 0 }, 6]]);
  commit(4, [bind(7)]);
  expect(take(link).room).toEqual({ numbered: [], whole: null, operations: [bind(7)] });
  link.parted();
  expect(take(link).session?.whole).toBeTruthy();
});

test("a worker that has fallen far behind starts again from the whole", () => {
  const { link, commit } = setup();
  for (let version = 2; version < 24; version++)
    commit(
      version,
      Array.from({ length: 1000 }, (_, i) => bind(i)),
    );
  const { room } = take(link);
  expect(room?.operations).toEqual([]);
  expect(room?.whole).toBeTruthy();
});

test("a worker that did something not knowing what was there by then starts again from the whole", () => {
  const { link, commit } = setup();
  commit(2, [bind(1)]);
  commit(3, [bind(2)], true);
  const { room } = take(link);
  expect(room?.operations).toEqual([]);
  expect(room?.whole).toBeTruthy();
});

test("the whole after a reset says that ids mean something else, and one of the same epoch does not", () => {
  const { link, reset } = setup();
  link.parted();
  const { room } = take(link);
  expect(room?.whole).toBeTruthy();
  expect(room?.isAnew).toBeUndefined();
  reset();
  expect(take(link).room?.isAnew).toBe(true);
});

test("what an idle worker has missed is bounded in bytes, too", () => {
  const { link, commit } = setup();
  const long = "x".repeat(1_000_000);
  for (let version = 2; version < 10; version++) commit(version, [["bind", "n#1", long]]);
  expect(take(link).room).toMatchObject({ operations: [] });
});

test("an ended link follows the room no longer", () => {
  const { link, listeners } = setup();
  link.end();
  expect(listeners.size).toBe(0);
});

test("a worker that loads while another one calls for the session is sent what that one did", () => {
  const { link, session } = setup();
  session.define([["slot", "State 0#1", { name: "mine", first: 0, count: 0 }, 0]], link.group);
  session.apply([["bind", "State 0#1", 1]], new Map());
  expect(take(link).session?.operations).toEqual([["bind", "State 0#1", 1]]);
});

test("ids that a worker made stay known while a call of its is not committed, since it may still use them", () => {
  const { link } = setup();
  const first = link.startCall();
  const second = link.startCall();
  link.room.known.set(-1, 7);
  first.end();
  const third = link.startCall();
  expect(link.room.known.get(-1)).toBe(7);
  second.end();
  third.end();
  link.startCall();
  expect(link.room.known.size).toBe(0);
});
