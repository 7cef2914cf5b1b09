// A user's worker and what it has seen: keeps what others committed to the room since the worker's last call, so that a
// call carries just that. When the two may have parted (a commit failed, the room began a new epoch), the next call
// carries the whole instead.

import type { ContainerId, Operation } from "../../protocol/operation.ts";
import type { Patch } from "../../protocol/runtime.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { RoomChange } from "../../state/room-view.ts";
import type { Room } from "../../state/room.ts";
import type { Session } from "../../state/session.ts";

/** A worker further behind than this many operations starts again from the whole. */
const maxBehind = 20_000;

type Numbered = readonly (readonly [from: ContainerId, to: ContainerId])[];

export interface WorkerLink {
  readonly worker: SandboxWorker;
  /** What to send with the next call; what was pending counts as sent. */
  takePatches(): { readonly room: Patch; readonly session: Patch };
  /** The worker's own changes were committed as `version` of the room, with these ids. */
  committed(version: number, numbered: Numbered): void;
  /** The same for the session. */
  applied(numbered: Numbered): void;
  /** What the worker holds may not be what was committed. */
  parted(): void;
  /** Ends the worker, if it has not ended, and forgets the room. */
  end(): void;
}

export function createWorkerLink(worker: SandboxWorker, room: Room, session: Session): WorkerLink {
  let behind: { readonly version: number; readonly operations: readonly Operation[] }[] = [];
  let countBehind = 0;
  let own = new Set<number>();
  let roomNumbered: (readonly [ContainerId, ContainerId])[] = [];
  let sessionNumbered: (readonly [ContainerId, ContainerId])[] = [];
  let seen = room.version;
  let roomWhole = false;
  let sessionWhole = false;

  function startAgain(): void {
    // Until it is sent, what others commit is part of it.
    roomWhole = true;
    behind = [];
    countBehind = 0;
  }

  const unsubscribe = room.subscribe((change: RoomChange) => {
    if (roomWhole) return;
    if (change.entry === null) return startAgain();
    if (change.version <= seen) return;
    seen = change.version;
    behind.push({ version: change.version, operations: change.entry.ops });
    countBehind += change.entry.ops.length;
    if (countBehind > maxBehind) startAgain();
  });

  return {
    worker,
    takePatches() {
      const operations = behind.filter(({ version }) => !own.has(version)).flatMap((entry) => entry.operations);
      const patches = {
        room: { numbered: roomNumbered, whole: roomWhole ? room.replica.toData() : null, operations },
        session: { numbered: sessionNumbered, whole: sessionWhole ? session.data() : null, operations: [] },
      };
      behind = [];
      countBehind = 0;
      own = new Set();
      roomNumbered = [];
      sessionNumbered = [];
      seen = room.version;
      roomWhole = false;
      sessionWhole = false;
      return patches;
    },
    committed(version, numbered) {
      own.add(version);
      roomNumbered.push(...numbered);
    },
    applied: (numbered) => void sessionNumbered.push(...numbered),
    parted() {
      startAgain();
      sessionWhole = true;
    },
    end() {
      unsubscribe();
      worker.end("ended");
    },
  };
}
