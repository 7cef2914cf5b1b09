import { expect, test } from "vitest";
import { createTurns, type TurnOptions } from "./turns.ts";

const free = new AbortController().signal;
const one = (more: Partial<TurnOptions> = {}): TurnOptions => ({ limit: 1, signal: free, ...more });

test("a turn comes when the one before is given back, in order", async () => {
  const turns = createTurns();
  const order: string[] = [];
  const first = await turns.enter("a", one());
  const second = turns.enter("a", one()).then((back) => (order.push("second"), back));
  const third = turns.enter("a", one()).then((back) => (order.push("third"), back));
  await Promise.resolve();
  expect(order).toEqual([]);
  first();
  (await second)();
  (await third)();
  expect(order).toEqual(["second", "third"]);
});

test("so many are in at once as the limit says, and names do not touch each other", async () => {
  const turns = createTurns();
  await turns.enter("a", one({ limit: 2 }));
  await turns.enter("a", one({ limit: 2 }));
  await turns.enter("b", one());
  let isIn = false;
  void turns.enter("a", one({ limit: 2 })).then(() => (isIn = true));
  await Promise.resolve();
  expect(isIn).toBe(false);
});

test("who leaves the queue holds nobody up", async () => {
  const turns = createTurns();
  const first = await turns.enter("a", one());
  const leaving = new AbortController();
  const left = turns.enter("a", one({ signal: leaving.signal }));
  const places: string[] = [];
  const next = turns.enter("a", one({ onPlace: (position, length) => places.push(`${position}/${length}`) }));
  leaving.abort();
  await expect(left).rejects.toThrow();
  first();
  await expect(next).resolves.toBeTypeOf("function");
  expect(places).toEqual(["2/2", "1/1"]);
});

test("a turn is given back once, however often it is", async () => {
  const turns = createTurns();
  const first = await turns.enter("a", one());
  first();
  first();
  await turns.enter("a", one());
  let isIn = false;
  void turns.enter("a", one()).then(() => (isIn = true));
  await Promise.resolve();
  expect(isIn).toBe(false);
});

test("of one name the lowest limit counts, that of who waits and that of who is inside", async () => {
  const turns = createTurns();
  const { signal } = new AbortController();
  const begun: string[] = [];
  const enter = async (name: string, limit: number) => {
    const leave = await turns.enter("gpu", { limit, signal });
    begun.push(name);
    return leave;
  };
  const [first, second] = [await enter("first", 3), await enter("second", 3)];
  const third = enter("one at a time", 1);
  const fourth = enter("fourth", 3);
  const fifth = enter("fifth", 3);
  first();
  await Promise.resolve();
  expect(begun).toEqual(["first", "second"]);
  second();
  const leaveThird = await third;
  expect(begun).toEqual(["first", "second", "one at a time"]);
  leaveThird();
  await Promise.all([fourth, fifth]);
  expect(begun).toEqual(["first", "second", "one at a time", "fourth", "fifth"]);
});
