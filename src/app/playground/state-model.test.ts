import { expect, test, vi } from "vitest";
import type { CompiledModule, VariableInfo } from "../../protocol/compiled.ts";
import type { Operation } from "../../protocol/operation.ts";
import type { Room } from "../../state/room.ts";
import { setup as setupRooms } from "../../state/room-setup.ts";
import { graphOf } from "../../journal/from-plain.ts";
import { createSession } from "../../state/session.ts";
import { createStateTracker } from "./state-model.ts";
import type { LiveUser } from "./user.ts";

/** A tracker in tab "a" of a room with `scores` and `names`, which are lists in lists, and `count`. */
async function setup() {
  const { openTwo } = setupRooms();
  const [{ room }, { room: other }] = await openTwo();
  const { numbered } = await room.define([
    ["new", -1, ["array", []]],
    ["new", -2, ["array", [["ref", -1]]]],
    ["new", -3, ["array", []]],
    ["slot", "scores#1", { name: "scores", first: -1, count: 2 }, ["ref", -2]],
    ["slot", "names#1", { name: "names", first: -3, count: 1 }, ["ref", -3]],
    ["slot", "count#1", { name: "count", first: 0, count: 0 }, 0],
  ]);
  const id = (made: number) => numbered.find(([from]) => from === made)?.[1] ?? 0;
  const tracker = createStateTracker({ tab: "a", now: () => 1000 });
  const variables = ["scores", "names", "count"].map((name) => ({ name, key: `${name}#1`, role: "shared", why: "" }));
  const program = { hash: "", marks: [], variables: variables as VariableInfo[] } as unknown as CompiledModule;
  tracker.loaded(program, [], room, false);
  await vi.advanceTimersByTimeAsync(100);
  const credits = () =>
    Object.fromEntries(tracker.global().map(({ name, by }) => [name, by && `${by.who}: ${by.fn}`] as const));
  const pushTo = (list: number): Operation[] => [["splice", id(list), 0, 0, [1]]];
  return { room, other, tracker, credits, pushTo };
}

async function commit(room: Room, fn: string, user: string, operations: readonly Operation[]): Promise<void> {
  const lease = await room.enter({ fn, user, signal: new AbortController().signal, onQueue: () => undefined });
  await lease.commit(operations, { durationMs: 1, code: "" }, new Map());
  lease.release();
}

test("rows that change within one frame are each credited to the call that changed them", async () => {
  vi.useFakeTimers();
  try {
    const { room, other, credits, pushTo } = await setup();
    await commit(room, "score", "User 1", pushTo(-1));
    await commit(other, "name", "User 1", pushTo(-3));
    await commit(room, "add", "User 2", [["bind", "count#1", 5]]);
    await vi.advanceTimersByTimeAsync(100);
    expect(credits()).toEqual({ scores: "User 1: score", names: "Another tab: name", count: "User 2: add" });
  } finally {
    vi.useRealTimers();
  }
});

test("a row that several calls change within one frame is credited to the last of them", async () => {
  vi.useFakeTimers();
  try {
    const { room, credits, pushTo } = await setup();
    await commit(room, "first", "User 1", pushTo(-1));
    await commit(room, "second", "User 2", pushTo(-1));
    await commit(room, "third", "User 1", pushTo(-3));
    await vi.advanceTimersByTimeAsync(100);
    expect(credits()).toEqual({ scores: "User 2: second", names: "User 1: third", count: null });
  } finally {
    vi.useRealTimers();
  }
});

test("State without a name is numbered among its like, beside what has one", async () => {
  vi.useFakeTimers();
  try {
    const { tracker } = await setup();
    const names = ["conversation", "State", "chatbotValue", "State"];
    const { data } = graphOf(names.map((name, i) => ({ key: `State ${i}#a`, name, value: i })));
    const session = createSession({ hash: "s", data });
    const user = { number: 1, session: () => session, states: () => [...session.replica.slots().keys()] };
    const idle = { call: () => null, last: () => null };
    tracker.watchUsers([{ ...user, ...idle } as unknown as LiveUser]);
    await vi.advanceTimersByTimeAsync(100);
    expect(tracker.session().map(({ name }) => name)).toEqual(["conversation", "State 1", "chatbotValue", "State 2"]);
  } finally {
    vi.useRealTimers();
  }
});
