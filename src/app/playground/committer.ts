// Commits what a call did, boundary by boundary and in order, and shows its outputs only after. While one commit is under
// way, later yields merge into the next, so a fast generator costs as many commits as the disk keeps up with.

import { createDeferred } from "../../base/deferred.ts";
import { parseOperations } from "../../journal/replica.ts";
import type { Operation } from "../../protocol/operation.ts";
import type { KeyOperations, OutputData } from "../../protocol/runtime.ts";
import type { UncheckedStep } from "../../sandbox/unchecked.ts";
import { commitLeases, type Lease } from "../../state/lease.ts";
import type { Session } from "../../state/session.ts";
import type { GraphFollower } from "./graph-follower.ts";
import type { WorkerLink } from "./worker-link.ts";

export interface Step {
  readonly outputs: readonly OutputData[];
  readonly room: readonly Operation[];
  readonly session: readonly Operation[];
  readonly browser: readonly KeyOperations[];
}

interface Change {
  readonly lease: Lease;
  readonly operations: readonly Operation[];
  readonly follower: GraphFollower;
}

export interface Committer {
  /**
   * Takes in a boundary and returns it, checked. Throws if it is malformed. `onCommitted` is called when it is committed
   * and shown, or a later one that it was merged into. `lease`: an atomic step's own.
   */
  add(unchecked: UncheckedStep, onCommitted?: () => void, lease?: Lease): Step;
  /** Settles when all that was added is committed and shown; rejects if a commit failed. */
  flush(): Promise<void>;
  /** Rejects when a commit fails; nothing that comes after it counts. Never resolves. */
  readonly failure: Promise<never>;
  /** The last version of the room that was committed here, or null. */
  readonly version: number | null;
}

export function createCommitter(options: {
  lease: Lease | null;
  /** For each key of the browser's state that the call uses. */
  keys: ReadonlyMap<string, Lease>;
  session: Session;
  link: WorkerLink;
  meta(): { readonly durationMs: number; readonly code: string };
  show(outputs: readonly OutputData[]): void;
}): Committer {
  const { session, link } = options;
  let { lease } = options;
  let next: Step | null = null;
  let waiting: (() => void)[] = [];
  let working: Promise<void> | null = null;
  let failed = false;
  const failure = createDeferred<never>();
  // Who is interested races it; nobody need be.
  failure.promise.catch(() => undefined);
  let version: number | null = null;

  async function work(): Promise<void> {
    while (next) {
      const step = next;
      const committed = waiting;
      next = null;
      waiting = [];
      await commit(step);
      options.show(step.outputs);
      for (const tell of committed) tell();
    }
    working = null;
  }

  async function commit(step: Step): Promise<void> {
    // Both or neither: what the session would refuse must not be in the room either.
    session.check(step.session, link.session.known);
    const changes = changesOf(step);
    if (changes.length > 0) await commitRooms(changes);
    // What it saw may be of calls that are only being stored.
    else await link.committing;
    link.session.numbered(session.apply(step.session, link.session.known, link.group).numbered);
  }

  function changesOf(step: Step): Change[] {
    const changes: Change[] = [];
    if (step.room.length > 0) {
      if (!lease) {
        throw new Error("The function changed shared variables although it was taken for one that only reads.");
      }
      changes.push({ lease, operations: step.room, follower: link.room });
    }
    for (const [key, operations] of step.browser) {
      const keyLease = options.keys.get(key);
      const follower = link.browser.get(key)?.follower;
      if (!keyLease || !follower)
        throw new Error(`The function changed the browser's state "${key}", which it does not use.`);
      changes.push({ lease: keyLease, operations, follower });
    }
    return changes;
  }

  async function commitRooms(changes: readonly Change[]): Promise<void> {
    const meta = options.meta();
    const committing = link.answers.open().then(() => {
      const [only] = changes;
      return only && changes.length === 1
        ? only.lease.commit(only.operations, meta, only.follower.known).then((commit) => [commit])
        : commitLeases(
            changes.map(({ follower, ...change }) => ({ ...change, known: follower.known })),
            meta,
          );
    });
    link.committing = committing;
    for (const [i, commit] of (await committing).entries()) {
      const follower = changes[i]?.follower;
      follower?.numbered(commit.numbered);
      if (follower === link.room) ({ version } = commit);
    }
  }

  return {
    add(unchecked, onCommitted, own) {
      const step: Step = {
        outputs: unchecked.outputs,
        room: parseOperations(unchecked.room),
        session: parseOperations(unchecked.session),
        browser: unchecked.browser.map(([key, operations]): KeyOperations => [key, parseOperations(operations)]),
      };
      if (failed) return step;
      if (own) lease = own;
      next = next ? merge(next, step) : step;
      if (onCommitted) waiting.push(onCommitted);
      working ??= work().catch((error: unknown) => {
        failed = true;
        next = null;
        link.parted();
        failure.reject(error);
        throw error;
      });
      // Whoever flushes hears of the failure; until then it must not count as unhandled.
      working?.catch(() => undefined);
      return step;
    },
    failure: failure.promise,
    async flush() {
      await working;
    },
    get version() {
      return version;
    },
  };
}

function merge(first: Step, second: Step): Step {
  return {
    outputs: mergeOutputs(first.outputs, second.outputs),
    room: joinBoundaries(first.room, second.room),
    session: joinBoundaries(first.session, second.session),
    browser: joinKeys(first.browser, second.browser),
  };
}

function joinKeys(first: readonly KeyOperations[], second: readonly KeyOperations[]): KeyOperations[] {
  const joined = new Map(first);
  for (const [key, operations] of second) joined.set(key, joinBoundaries(joined.get(key) ?? [], operations));
  return [...joined];
}

/** New containers come first in a boundary. Their contents only name others, so they may be made before they are due. */
function joinBoundaries(first: readonly Operation[], second: readonly Operation[]): readonly Operation[] {
  const both = [...first, ...second];
  return [...both.filter(([kind]) => kind === "new"), ...both.filter(([kind]) => kind !== "new")];
}

/** What two boundaries show together: where the second leaves an output as it is, the first's counts. */
export function mergeOutputs(first: readonly OutputData[], second: readonly OutputData[]): readonly OutputData[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) => {
    const [before = skip, after = skip] = [first[i], second[i]];
    if (after.kind === "skip" || before.kind === "skip") return after.kind === "skip" ? before : after;
    if (before.kind === "value" && after.kind === "value") return after;
    return { kind: "update", options: { ...changesOf(before), ...changesOf(after) } };
  });
}

function changesOf(output: Exclude<OutputData, { kind: "skip" }>): Readonly<Record<string, unknown>> {
  return output.kind === "value" ? { value: output.value } : output.options;
}

const skip: OutputData = { kind: "skip" };
