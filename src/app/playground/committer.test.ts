import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { ContainerId, Operation } from "../../protocol/operation.ts";
import type { OutputData } from "../../protocol/runtime.ts";
import type { Commit, Lease } from "../../state/lease.ts";
import { createSession } from "../../state/session.ts";
import { createAnswerGate } from "./answer-gate.ts";
import { createCommitter, mergeOutputs } from "./committer.ts";
import type { WorkerLink } from "./worker-link.ts";

const counter: Operation[] = [["slot", "n#1", { name: "n", first: 0, count: 0 }, 0]];

function setup(commitRoom: (operations: readonly Operation[], version: number) => Promise<void>) {
  const session = createSession({ hash: "session" });
  session.apply(counter, new Map());
  const committed: (readonly Operation[])[] = [];
  const shown: (readonly OutputData[])[] = [];
  let version = 0;
  const lease = {
    epoch: "e",
    version: 0,
    async commit(operations: readonly Operation[]): Promise<Commit> {
      await commitRoom(operations, version + 1);
      committed.push(operations);
      return { version: ++version, numbered: [] };
    },
    pass: () => undefined,
    release: () => undefined,
  } as unknown as Lease;
  const parted = vi.fn();
  const follow = () => ({ known: new Map<ContainerId, ContainerId>(), numbered: vi.fn() });
  const link = {
    room: follow(),
    session: follow(),
    parted,
    committing: Promise.resolve(),
    answers: createAnswerGate(),
  } as unknown as WorkerLink;
  const committer = createCommitter({
    lease,
    keys: new Map(),
    session,
    link,
    meta: () => ({ durationMs: 0, code: "" }),
    show: (outputs) => shown.push(outputs),
  });
  const step = (n: number, room: readonly Operation[] = [["bind", "g#1", n]]) => ({
    outputs: [{ kind: "value" as const, value: n }],
    room,
    session: [["bind", "n#1", n]],
    browser: [],
  });
  const sessionValue = () => session.replica.slots().get("n#1")?.value;
  return { committer, committed, shown, parted, link, step, sessionValue };
}

test("outputs show only after what their step changed is committed", async () => {
  const disk = createDeferred<void>();
  const { committer, committed, shown, step } = setup(() => disk.promise);
  committer.add(step(1));
  await Promise.resolve();
  expect(shown).toEqual([]);
  disk.resolve();
  await committer.flush();
  expect(committed).toEqual([[["bind", "g#1", 1]]]);
  expect(shown).toEqual([[{ kind: "value", value: 1 }]]);
  expect(committer.version).toBe(1);
});

test("steps that come while a commit is under way merge into the next, new containers first", async () => {
  const disk = createDeferred<void>();
  const { committer, committed, shown, step } = setup((_, version) =>
    version === 1 ? disk.promise : Promise.resolve(),
  );
  const made = (id: ContainerId): Operation[] => [
    ["new", id, ["array", []]],
    ["bind", "g#1", ["ref", id]],
  ];
  committer.add(step(1));
  committer.add(step(2, made(-1)));
  committer.add(step(3, made(-2)));
  disk.resolve();
  await committer.flush();
  expect(committed.length).toBe(2);
  expect(committed[1]?.map(([kind]) => kind)).toEqual(["new", "new", "bind", "bind"]);
  expect(shown.at(-1)).toEqual([{ kind: "value", value: 3 }]);
});

test("a step counts as taken in when it is committed, or the one that it was merged into", async () => {
  const disk = createDeferred<void>();
  const { committer, step } = setup((_, version) => (version === 1 ? disk.promise : Promise.resolve()));
  const taken: number[] = [];
  for (const n of [1, 2, 3]) committer.add(step(n), () => taken.push(n));
  await Promise.resolve();
  expect(taken).toEqual([]);
  disk.resolve();
  await committer.flush();
  expect(taken).toEqual([1, 2, 3]);
});

test("when the room refuses, the session is taken back, nothing shows, and what follows does not count", async () => {
  const { committer, shown, parted, step, sessionValue } = setup(() => Promise.reject(new Error("no space")));
  committer.add(step(1));
  await expect(committer.failure).rejects.toThrow("no space");
  await expect(committer.flush()).rejects.toThrow("no space");
  committer.add(step(2));
  expect(sessionValue()).toBe(0);
  expect(shown).toEqual([]);
  expect(parted).toHaveBeenCalled();
});

test("a step that changes nothing shared commits nothing and still shows", async () => {
  const { committer, committed, shown, step, sessionValue } = setup(() => Promise.resolve());
  committer.add(step(4, []));
  await committer.flush();
  expect(committed).toEqual([]);
  expect(sessionValue()).toBe(4);
  expect(shown).toEqual([[{ kind: "value", value: 4 }]]);
  expect(committer.version).toBeNull();
});

test("what only reads shows when what it read is committed, and never if that fails", async () => {
  const { committer, link, shown, step, sessionValue } = setup(() => Promise.resolve());
  const before = createDeferred<void>();
  link.committing = before.promise;
  committer.add(step(4, []));
  await Promise.resolve();
  expect(shown).toEqual([]);
  before.reject(new Error("no space"));
  await expect(committer.flush()).rejects.toThrow("no space");
  expect(shown).toEqual([]);
  expect(sessionValue()).toBe(0);
});

test("a malformed step is refused before anything of it counts", async () => {
  const { committer, committed, sessionValue } = setup(() => Promise.resolve());
  expect(() => committer.add({ outputs: [], room: [["evil", 1]], session: [], browser: [] })).toThrow();
  await committer.flush();
  expect(committed).toEqual([]);
  expect(sessionValue()).toBe(0);
});

test("an output that the later step leaves alone keeps the earlier one", () => {
  const first: OutputData[] = [{ kind: "value", value: 1 }, { kind: "skip" }];
  const second: OutputData[] = [{ kind: "skip" }, { kind: "value", value: 2 }];
  expect(mergeOutputs(first, second)).toEqual([
    { kind: "value", value: 1 },
    { kind: "value", value: 2 },
  ]);
});

test("of outputs that follow each other the last of each kind counts", () => {
  const value = (of: unknown) => ({ kind: "value", value: of }) as const;
  const update = (options: Record<string, unknown>) => ({ kind: "update", options }) as const;
  expect(mergeOutputs([value(1)], [update({ label: "a" })])).toEqual([update({ value: 1, label: "a" })]);
  expect(mergeOutputs([update({ label: "a", value: 1 })], [value(2)])).toEqual([update({ label: "a", value: 2 })]);
  expect(mergeOutputs([update({ label: "a", lines: 2 })], [update({ label: "b" })])).toEqual([
    update({ label: "b", lines: 2 }),
  ]);
});
