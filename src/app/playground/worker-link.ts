// A user's worker and what it has missed of its room and of its session.

import type { Patch } from "../../protocol/runtime.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";
import { followGraph, type GraphFollower } from "./graph-follower.ts";

export interface WorkerLink {
  readonly worker: SandboxWorker;
  readonly room: GraphFollower;
  readonly session: GraphFollower;
  /** Whether the worker has ended, for whatever reason. */
  readonly over: boolean;
  /** What to send with the next call. */
  takePatches(): { readonly room: Patch; readonly session: Patch };
  /** What the worker holds may be neither the room nor the session. */
  parted(): void;
  /** Ends the worker, if it has not ended, and follows no longer. */
  end(): void;
}

export function createWorkerLink(worker: SandboxWorker, room: Room, session: Session): WorkerLink {
  const roomFollower = followGraph({
    version: () => room.version,
    data: () => room.replica.toData(),
    subscribe: (listener) => room.subscribe(({ version, entry }) => listener(version, entry?.ops ?? null)),
  });
  const sessionFollower = followGraph({
    version: () => session.version,
    data: () => session.data(),
    subscribe: (listener) => session.subscribe(({ version, operations }) => listener(version, operations)),
  });
  let over = false;
  void worker.ended.then(() => (over = true));

  return {
    worker,
    room: roomFollower,
    session: sessionFollower,
    get over() {
      return over;
    },
    takePatches: () => ({ room: roomFollower.take(), session: sessionFollower.take() }),
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
}
