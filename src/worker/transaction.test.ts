import { expect, it } from "vitest";
import { type Any, load } from "../journal/module-for-tests.ts";
import { numberOperations, Replica } from "../journal/replica.ts";
import { isShared, toPlain } from "../journal/shared-graph.ts";
import { emptyGraph, type Operation } from "../protocol/operation.ts";
import { beginTransaction } from "./transaction.ts";

/** A worker's room and session, and what the page has of each. */
function open(program: () => Record<string, unknown>, own: () => Record<string, unknown>) {
  const [room, session] = [load(program), load(own)];
  const pages = { room: page(room.operations), session: page(session.operations) };
  return {
    room: room.variables,
    session: session.variables,
    call(fn: () => void): void {
      const transaction = beginTransaction({ browser: [], room: room.graph, session: session.graph }, "write");
      fn();
      const made = transaction.boundary();
      transaction.end();
      pages.room.commit(made.room);
      pages.session.commit(made.session);
    },
    committed: (of: "room" | "session", key: string) => pages[of].plain(key),
  };
}

function page(loaded: readonly Operation[]) {
  const replica = Replica.from(emptyGraph);
  const known = new Map<number, number>();
  const commit = (operations: readonly Operation[]): void =>
    void replica.apply(numberOperations(structuredClone(operations), replica.nextId, known));
  commit(loaded);
  return { commit, plain: (key: string) => replica.toPlain(replica.slots().get(key)?.value) };
}

it("stores a copy in the session of what it adds to the room", () => {
  const { room, session, call, committed } = open(
    () => ({ log: [] as Any[] }),
    () => ({ mine: {} as Any }),
  );
  call(() => {
    room["log"].push({ n: 1, in: new Map([["a", { m: 1 }]]) });
    session["mine"].seen = room["log"];
  });
  const seen = session["mine"].seen;
  expect(isShared(seen[0])).toBe(true);
  expect(seen[0]).not.toBe(room["log"][0]);
  call(() => {
    seen[0].n = 99;
    seen[0].in.get("a").m = 99;
  });
  expect(toPlain(room["log"])).toEqual([{ n: 1, in: new Map([["a", { m: 1 }]]) }]);
  expect(committed("room", "log")).toEqual(toPlain(room["log"]));
  expect(committed("session", "mine")).toEqual(toPlain(session["mine"]));
  expect(toPlain(session["mine"])).toEqual({ seen: [{ n: 99, in: new Map([["a", { m: 99 }]]) }] });
});

it("stores a copy in the room of what it adds to the session", () => {
  const { room, session, call, committed } = open(
    () => ({ log: [] as Any[] }),
    () => ({ mine: [] as Any[] }),
  );
  call(() => {
    session["mine"].push({ n: 1 });
    room["log"].push(session["mine"]);
  });
  call(() => void (room["log"][0][0].n = 99));
  expect(toPlain(session["mine"])).toEqual([{ n: 1 }]);
  expect(committed("session", "mine")).toEqual([{ n: 1 }]);
  expect(committed("room", "log")).toEqual([[{ n: 99 }]]);
  expect(toPlain(room["log"])).toEqual([[{ n: 99 }]]);
});

it("takes into the session what the room has taken at an earlier boundary", () => {
  const { room, session, call, committed } = open(
    () => ({ log: [] as Any[] }),
    () => ({ mine: {} as Any }),
  );
  const [now, map, set] = [new Date(5), new Map([["a", { n: 1 }]]), new Set([1])];
  call(() => room["log"].push(now, map, set));
  call(() => Object.assign(session["mine"], { now, map, set }));
  expect(committed("session", "mine")).toEqual({
    now: new Date(5),
    map: new Map([["a", { n: 1 }]]),
    set: new Set([1]),
  });
  call(() => session["mine"].map.set("a", 2).set("b", 3));
  expect(toPlain(room["log"])).toEqual([new Date(5), new Map([["a", { n: 1 }]]), new Set([1])]);
});
