import fc from "fast-check";
import { expect, test } from "vitest";
import { isLinearizable, type Operation } from "./linearizable.ts";
import { type Call, roomModel, type Result } from "./room-model.ts";

type Timed = Operation<Call, Result>;

const add = { op: "add" };
const read = { op: "read" };
const write = (value: number): Call => ({ op: "write", a: value });
const swap = (from: number, to: number): Call => ({ op: "swap", a: from, b: to });

function at(start: number, end: number, input: Call, output: Result | null): Timed {
  return { input, output, start, end };
}

test("calls one after another are linearizable if each sees what those before it did", () => {
  expect(isLinearizable(roomModel, [at(0, 1, write(3), 3), at(2, 3, read, 3), at(4, 5, add, 2)])).toBe(true);
});

test("two calls at the same time may have come in either order", () => {
  expect(isLinearizable(roomModel, [at(0, 9, write(3), 3), at(1, 8, read, 0)])).toBe(true);
  expect(isLinearizable(roomModel, [at(0, 9, write(3), 3), at(1, 8, read, 3)])).toBe(true);
});

test.each<[what: string, history: Timed[]]>([
  ["a lost update: two calls count to the same number", [at(0, 9, add, 1), at(1, 8, add, 1)]],
  ["a read of what had been overwritten before it began", [at(0, 1, write(3), 3), at(2, 3, read, 0)]],
  ["a read of what nobody wrote", [at(0, 9, write(3), 3), at(1, 8, read, 4)]],
  ["a read that goes back behind an earlier one", [at(0, 9, write(3), 3), at(1, 2, read, 3), at(3, 4, read, 0)]],
  [
    "two readers that see two writes in different orders",
    [at(0, 99, write(1), 1), at(0, 99, write(2), 2), at(1, 2, read, 1), at(3, 4, read, 2), at(5, 6, read, 1)],
  ],
  ["two swaps that both succeed where only one can", [at(0, 9, swap(0, 1), true), at(0, 9, swap(0, 2), true)]],
  ["a swap that fails although nothing stood against it", [at(0, 1, swap(0, 1), false)]],
  ["a count that went on although one call is missing", [at(0, 1, add, 1), at(2, 3, add, 3)]],
])("%s is rejected", (_, history) => {
  expect(isLinearizable(roomModel, history)).toBe(false);
});

test("a call of which nothing was heard may have happened late, or never, but not before it began", () => {
  const lost = at(5, 5, write(3), null);
  expect(isLinearizable(roomModel, [lost, at(6, 7, read, 0), at(8, 9, read, 3)])).toBe(true);
  expect(isLinearizable(roomModel, [lost, at(6, 7, read, 0), at(8, 9, read, 0)])).toBe(true);
  expect(isLinearizable(roomModel, [lost, at(1, 2, read, 3)])).toBe(false);
  expect(isLinearizable(roomModel, [lost, at(6, 7, read, 3), at(8, 9, read, 0)])).toBe(false);
});

test("a history with a known order is accepted, and rejected once a result is another", () => {
  const steps = fc.array(
    fc.record({
      input: fc.oneof(
        fc.constant(add),
        fc.constant(read),
        fc.nat(2).map(write),
        fc.tuple(fc.nat(2), fc.nat(2)).map(([from, to]) => swap(from, to)),
      ),
      before: fc.nat(40),
      after: fc.nat(40),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(steps, fc.nat(), (planned, chosen) => {
      let [count, register] = [0, 0];
      const run = ({ op, a = 0, b = 0 }: Call): Result => {
        if (op === "read") return register;
        count += 1;
        if (op === "add") return count;
        if (op === "write") return (register = a);
        const fits = register === a;
        if (fits) register = b;
        return fits;
      };
      // The i-th took effect at 10 i; how long before it began and after it ended is anybody's guess.
      const history = planned.map(({ input, before, after }, i): Timed =>
        at(10 * i - before, 10 * i + after, input, run(input)),
      );
      expect(isLinearizable(roomModel, history)).toBe(true);
      const wrong = chosen % history.length;
      const impossible = history.map((operation, i) => (i === wrong ? { ...operation, output: -1 } : operation));
      expect(isLinearizable(roomModel, impossible)).toBe(false);
    }),
  );
});

test("a call whose outcome was found out afterwards has happened, at any time since it began", () => {
  const found = at(0, Infinity, write(3), 3);
  expect(isLinearizable(roomModel, [found, at(6, 7, read, 0), at(8, 9, read, 3)])).toBe(true);
  expect(isLinearizable(roomModel, [found, at(6, 7, add, 1), at(8, 9, add, 2)])).toBe(true);
  expect(isLinearizable(roomModel, [found, at(6, 7, add, 1), at(8, 9, add, 3), at(10, 11, read, 0)])).toBe(false);
});

test("two thousand overlapping calls, some never heard of, are checked in a moment", () => {
  const history = Array.from({ length: 2000 }, (_, i): Timed => at(i - 8, i + 8, add, i + 1));
  const lost = Array.from({ length: 3 }, (_, i): Timed => at(1980 + i, 0, write(i), null));
  const since = performance.now();
  expect(isLinearizable(roomModel, [...history, ...lost])).toBe(true);
  expect(isLinearizable(roomModel, [...history, at(0, 1999, add, 1000), ...lost])).toBe(false);
  expect(performance.now() - since).toBeLessThan(5_000);
});
