import { expect, it } from "vitest";
import { type Any, openRoom } from "./module-for-tests.ts";
import { toPlain } from "./shared-graph.ts";

/** Two tabs; the first holds on to an object of a pair that hold each other, and that no variable leads to any more. */
function openPair() {
  const room = openRoom(() => ({ list: [] as Any[] }));
  const pair: Any = { n: 0 };
  pair.other = { back: pair };
  room.call(({ list }) => void list.push(pair));
  const held = room.first.variables["list"][0];
  room.call(({ list }) => void list.pop());
  const forget = (): void => {
    const ids = room.replica.unreachable();
    expect(ids).toHaveLength(2);
    room.replica.apply([["forget", ids]]);
    for (const tab of [room.first, room.second]) {
      tab.graph.patch({ numbered: [], whole: null, operations: [["forget", ids]] });
    }
  };
  return { room, held, forget };
}

it("a handle of what was let go is written in a call only, as any other", () => {
  const { room, held, forget } = openPair();
  forget();
  expect(() => void (held.n = 1)).toThrow("can be changed only while a call of the app runs");
  expect(room.call(() => void (held.n = 1))).toEqual([]);
  expect(held.n).toBe(1);
});

it("stored again, it is shared again with what it holds then, and with its cycle", () => {
  const { room, held, forget } = openPair();
  forget();
  room.call(() => void (held.n = 1));
  room.call(({ list }) => {
    held.n += 1;
    list.push(held);
  });
  const [mine] = room.first.variables["list"];
  const [theirs] = room.second.variables["list"];
  expect(mine).toBe(held);
  expect(theirs.n).toBe(2);
  expect(theirs.other.back).toBe(theirs);
  room.call(({ list }) => void (list[0].n = 5), room.second);
  expect(held.n).toBe(5);
  expect(room.replica.unreachable()).toEqual([]);
});

it("what a call did to it is undone with the call", () => {
  const { room, held, forget } = openPair();
  forget();
  const fail = () =>
    room.first.call(({ list }) => {
      held.n = 9;
      list.push(held, () => 1);
    });
  expect(fail).toThrow(TypeError);
  expect(held.n).toBe(0);
  expect(toPlain(room.first.variables["list"])).toEqual([]);
});
