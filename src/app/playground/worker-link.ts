// A user's worker and what it has missed of its room and of its session.

import type { Patch } from "../../protocol/runtime.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { CommitGroup } from "../../state/commit-batch.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";
import { followGraph, type GraphFollower } from "./graph-follower.ts";

export interface Patches {
  readonly room: Patch;
  readonly session: Patch;
}

export interface WorkerLink {
  readonly worker: SandboxWorker;
  readonly room: GraphFollower;
  readonly session: GraphFollower;
  /** Whether the worker has ended, for whatever reason. */
  readonly over: boolean;
  /** Marks what this worker's calls commit, to the room and to the session. */
  readonly group: CommitGroup;
  /** What the worker did so far: settles when all of it is committed. Set by whoever commits. */
  committing: Promise<unknown>;
  /** Resolves when no call is under way, and all that they did is committed or refused. */
  settled(): Promise<void>;
  /** Begins a call: what to send with it, and what to call when all that it did is committed. */
  startCall(): { readonly patches: Patches; readonly end: () => void };
  /** What the worker holds may be neither the room nor the session. */
  parted(): void;
  /** Ends the worker, if it has not ended, and follows no longer. */
  end(): void;
}

export function createWorkerLink(worker: SandboxWorker, room: Room, session: Session): WorkerLink {
  const group: CommitGroup = { broken: false };
  const roomFollower = followGraph({
    epoch: () => room.epoch,
    version: () => room.version,
    data: () => room.replica.toData(),
    subscribe: (listener) =>
      room.subscribe((change) => {
        const { version, entry } = change;
        listener({ version, operations: entry?.ops ?? null, isOwn: entry !== null && change.group === group });
      }),
  });
  const sessionFollower = followGraph({
    epoch: () => session.hash,
    version: () => session.version,
    data: () => session.data(),
    subscribe: (listener) =>
      session.subscribe(({ version, operations, by }) => listener({ version, operations, isOwn: by === group })),
  });
  let over = false;
  let calls = 0;
  let waiting: (() => void)[] = [];
  void worker.ended.then(() => (over = true));

  function endCall(): void {
    calls -= 1;
    if (calls > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  const link: WorkerLink = {
    worker,
    group,
    committing: Promise.resolve(),
    room: roomFollower,
    session: sessionFollower,
    get over() {
      return over;
    },
    startCall() {
      const alone = calls === 0;
      calls += 1;
      const patches = { room: roomFollower.take(alone), session: sessionFollower.take(alone) };
      return { patches, end: endCall };
    },
    settled: () => (calls === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    parted() {
      roomFollower.parted();
      sessionFollower.parted();
    },
    end() {
      over = true;
      roomFollower.end();
      sessionFollower.end();
      worker.end("ended");
    },
  };
  return link;
}
