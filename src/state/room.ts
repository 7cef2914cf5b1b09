// A room: the shared variables of one playground, as this tab sees and changes them together with all other tabs. What
// one can do with it, and what it needs; `shared-room.ts` does it.

import type { Replica } from "../journal/replica.ts";
import type { ContainerId, GraphData, Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import type { BrowserKeys } from "./browser-keys.ts";
import type { Channel } from "./channel.ts";
import type { CommitGroup } from "./commit-batch.ts";
import type { CommitKind } from "./commit-kind.ts";
import type { Compactor } from "./compaction-schedule.ts";
import type { Lease } from "./lease.ts";
import type { LimitOptions } from "./concurrency.ts";
import type { CopiedAt } from "./fork.ts";
import type { QueueOptions } from "./lock-queue.ts";
import type { Locks } from "./locks.ts";
import type { LogEntry } from "./log.ts";
import type { RoomChange } from "./room-view.ts";

export interface Room {
  readonly id: string;
  /** The view of this tab: what was committed, as far as the tab knows. Version 0 and epoch "" before anything was. */
  readonly version: number;
  readonly epoch: string;
  /** Another object after a change with source "reset". */
  readonly replica: Replica;
  /** Called after each step of the view. A version that the listener has got by itself already may come again. */
  subscribe(listener: (change: RoomChange) => void): () => void;
  /** Waits until this call has the room to itself and sees all that was committed. Told position 0 when it has. */
  enter(options: EnterOptions): Promise<Lease>;
  /** Waits until fewer than `limit` calls of a name run, over all tabs. Resolves with what ends this one's turn. */
  enterBeside(name: string, options: LimitOptions): Promise<() => void>;
  /**
   * Adds what the room lacks of a module's variables, without the lock. What earlier code made and no call has written is
   * made anew under it: after a moment that goes on behind the back of who asked, for whom it existed then. Throws a RoomError "reset" if the room is of another
   * epoch by now than the one that the module was loaded on, since ids mean something else there.
   */
  define(operations: readonly Operation[], meta?: DefineMeta): Promise<DefineResult>;
  /** Looks whether anything was missed. */
  catchUp(): Promise<void>;
  /** The browser's state of this playground, by key. */
  readonly browser: BrowserKeys;
  /** Newest first. */
  history(limit: number): Promise<LogEntry[]>;
  /** Starts a new epoch, under the lock, from what is made of the room as it is then. All tabs start over from it. */
  restart(build: (replica: Replica) => GraphData, label?: string): Promise<void>;
  /** A person's change outside any call, under the lock. */
  change(label: string, operations: (replica: Replica) => readonly Operation[], kind?: ChangeKind): Promise<void>;
  /** Copies all that is committed to a room that does not exist yet, as of one moment. Epochs, versions and ids stay. */
  fork(toId: string): Promise<CopiedAt>;
  /** The page is about to be frozen or left: ask for no lock until `resume`. Calls go on waiting. */
  pause(): void;
  /** The page is back: wait for locks again, and look whether anything was missed. */
  resume(): void;
  dispose(): void;
}

/** What is done outside of any call; "change" unless it is said. */
export type ChangeKind = Extract<CommitKind, "change" | "undo" | "redo" | "clean-up">;

export interface RoomOptions {
  readonly id: string;
  readonly store: KeyValueStore;
  readonly locks: Locks;
  readonly channel: Channel;
  /** Milliseconds since 1970, for showing only. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Names this tab. */
  readonly tab: string;
  /** Whether a person looks at this tab. Only such a tab takes the lock from one that hangs. */
  readonly isVisible: () => boolean;
  /** null: the log only grows. */
  readonly compactor: Compactor | null;
  /** Something failed outside of any call: catching up, which is tried again at the next occasion, or a listener. */
  onProblem(error: Error): void;
}

export interface EnterOptions extends Pick<QueueOptions, "signal"> {
  readonly fn: string;
  readonly user: string;
  /** Calls that may build upon each other's changes before these are committed: those of one worker. */
  readonly group?: CommitGroup;
  /** As QueueOptions say, with about how long it will be; null: no call of this function has ended yet. */
  onQueue(position: number, length: number, etaMs: number | null): void;
}

export interface DefineMeta {
  readonly user: string;
  readonly code: string;
  /** That of the room when the module was given its values; "" if there were none, or whatever it is. */
  readonly epoch?: string;
  /** Comes back with the change. */
  readonly group?: CommitGroup;
}

export interface DefineResult {
  readonly version: number;
  /** Final ids of the containers made at load: of new slots, and of those that turned out to exist. */
  readonly numbered: readonly (readonly [from: ContainerId, to: ContainerId])[];
  readonly added: readonly string[];
  /** Slots that another tab had added by then, so that this tab's values for them do not count. */
  readonly existed: readonly string[];
}
