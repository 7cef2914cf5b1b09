// A user's worker and what it has missed of its room, of its session, and of the browser's state.

import type { Patch } from "../../protocol/runtime.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { CommitGroup } from "../../state/commit-batch.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";
import { type AnswerGate, createAnswerGate } from "./answer-gate.ts";
import { followGraph, type GraphFollower } from "./graph-follower.ts";

export interface Patches {
  readonly room: Patch;
  readonly session: Patch;
  readonly browser: readonly (readonly [key: string, Patch])[];
}

/** A key of the browser's state. */
export interface KeyLink {
  readonly room: Room;
  readonly follower: GraphFollower;
}

export interface WorkerLink {
  readonly worker: SandboxWorker;
  readonly room: GraphFollower;
  readonly session: GraphFollower;
  /** Those of the app that is loaded. */
  readonly browser: Map<string, KeyLink>;
  /** Whether the worker has ended, for whatever reason. */
  readonly over: boolean;
  /** Marks what this worker's calls commit, to the room and to the session. */
  readonly group: CommitGroup;
  /** What the worker was asked and answered. */
  readonly answers: AnswerGate;
  /** What the worker did so far: settles when all of it is committed. Set by whoever commits. */
  committing: Promise<unknown>;
  /** Resolves when no call is under way, and all that they did is committed or refused. */
  settled(): Promise<void>;
  /** Follows a key of the browser's state from now on. */
  followKey(key: string, room: Room): KeyLink;
  /** Begins a call that uses these keys: what to send with it, and what to call when all that it did is committed. */
  startCall(keys?: readonly string[]): { readonly patches: Patches; readonly end: () => void };
  /** What the worker holds may be neither the room nor the session. */
  parted(): void;
  /** Ends the worker, if it has not ended, and follows no longer. */
  end(): void;
}

export function createWorkerLink(worker: SandboxWorker, room: Room, session: Session): WorkerLink {
  const group: CommitGroup = { broken: false };
  const followRoom = (followed: Room): GraphFollower =>
    followGraph({
      epoch: () => followed.epoch,
      version: () => followed.version,
      data: () => followed.replica.toData(),
      subscribe: (listener) =>
        followed.subscribe((change) => {
          const { version, entry } = change;
          listener({ version, operations: entry?.ops ?? null, isOwn: entry !== null && change.group === group });
        }),
    });
  const roomFollower = followRoom(room);
  const browser = new Map<string, KeyLink>();
  const followers = () => [roomFollower, sessionFollower, ...[...browser.values()].map(({ follower }) => follower)];
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
    answers: createAnswerGate(),
    committing: Promise.resolve(),
    room: roomFollower,
    session: sessionFollower,
    browser,
    get over() {
      return over;
    },
    followKey(key, followed) {
      const linked = { room: followed, follower: followRoom(followed) };
      browser.set(key, linked);
      return linked;
    },
    startCall(keys = []) {
      const alone = calls === 0;
      calls += 1;
      const patches: Patches = {
        room: roomFollower.take(alone),
        session: sessionFollower.take(alone),
        browser: keys.flatMap((key) => {
          const linked = browser.get(key);
          return linked ? [[key, linked.follower.take(alone)] as const] : [];
        }),
      };
      return { patches, end: endCall };
    },
    settled: () => (calls === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    parted() {
      for (const follower of followers()) follower.parted();
    },
    end() {
      over = true;
      for (const follower of followers()) follower.end();
      worker.end("ended");
    },
  };
  return link;
}
