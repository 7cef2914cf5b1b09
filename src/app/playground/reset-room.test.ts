import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { Replica } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { noPackages } from "../../protocol/package-code.ts";
import { emptyGraph, type GraphData, type Operation } from "../../protocol/operation.ts";
import { type EndReason, type SandboxWorker, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { Room } from "../../state/room.ts";
import { messageOf } from "./call-errors.ts";
import { resetRoom, withInitialValues } from "./reset-room.ts";

const program = { variables: [{ key: "scores#1" }, { key: "best#1" }] } as unknown as CompiledModule;

function graph(...commits: readonly (readonly Operation[])[]): GraphData {
  const replica = Replica.from(emptyGraph);
  for (const operations of commits) replica.apply(operations);
  return replica.toData();
}

function plain(data: GraphData): Record<string, unknown> {
  const replica = Replica.from(data);
  return Object.fromEntries([...replica.slots()].map(([key, { value }]) => [key, replica.toPlain(value)]));
}

/** Two variables with one list in common, another variable with a list that a call has put in the place of its first. */
const now = graph(
  [
    ["new", 1, ["array", [1, 2]]],
    ["slot", "scores#1", { name: "scores", first: 1, count: 1 }, ["ref", 1]],
    ["slot", "best#1", { name: "best", first: 0, count: 0 }, ["ref", 1]],
  ],
  [
    ["new", 2, ["array", []]],
    ["slot", "old#1", { name: "old", first: 2, count: 1 }, ["ref", 2]],
  ],
  [
    ["new", 3, ["array", ["kept"]]],
    ["bind", "old#1", ["ref", 3]],
  ],
);

const fresh = graph([
  ["new", 1, ["array", []]],
  ["slot", "scores#1", { name: "scores", first: 1, count: 1 }, ["ref", 1]],
  ["slot", "best#1", { name: "best", first: 0, count: 0 }, ["ref", 1]],
]);

test("a reset of all gives the program's variables their initial values, and keeps what is set aside", () => {
  const after = withInitialValues(now, fresh, program, null);
  expect(plain(after)).toEqual({ "old#1": ["kept"], "scores#1": [], "best#1": [] });
  const values = after.slots.filter(([key]) => key !== "old#1").map(([, , value]) => value);
  expect(values[0]).toEqual(values[1]);
});

test("a reset of one variable leaves the others", () => {
  const after = withInitialValues(now, fresh, program, "scores#1");
  expect(plain(after)).toEqual({ "old#1": ["kept"], "scores#1": [], "best#1": [1, 2] });
});

test("a reset whose module does not load says so in plain words, and resets nothing", async () => {
  vi.useFakeTimers();
  const ended = createDeferred<never>();
  const worker = {
    load: () => ended.promise,
    end: (reason: EndReason) => ended.reject(new WorkerEndedError(reason)),
  } as unknown as SandboxWorker;
  const restart = vi.fn();
  const reset = (key: string | null) =>
    resetRoom({
      sandbox: { take: () => worker },
      room: { restart } as unknown as Room,
      program,
      network: [],
      packages: noPackages,
      key,
    });
  const failing = expect(reset(null)).rejects.toThrow(
    "Nothing was reset. The module did not finish loading within a minute.",
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await failing;
  vi.useRealTimers();
  expect(restart).not.toHaveBeenCalled();
});

test.each(["ended", "crashed", "closed", "misbehaved"] as const)(
  "a worker that is over (%s) is told of in plain words",
  (reason) => {
    expect(messageOf(new WorkerEndedError(reason))).not.toMatch(/\((ended|crashed|closed|misbehaved)\)/);
  },
);
