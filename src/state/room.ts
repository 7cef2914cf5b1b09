// A room: the shared variables of one playground, as this tab sees and changes them together with all other tabs.

import { numberOperations, type Replica } from "../journal/replica.ts";
import type { ContainerId, GraphData, Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import { announce, isFromNewerApp, parseAnnouncement } from "./announcements.ts";
import { type BrowserKeys, createBrowserKeys } from "./browser-keys.ts";
import type { Channel } from "./channel.ts";
import type { CommitGroup } from "./commit-batch.ts";
import { type CompactionSchedule, type Compactor, scheduleCompaction } from "./compaction-schedule.ts";
import { Durations } from "./durations.ts";
import { enterOneOf } from "./concurrency.ts";
import { forkRoom } from "./fork.ts";
import { type HolderWatch, watchHolder } from "./holder-watch.ts";
import { type Lease, RoomLease } from "./lease.ts";
import { LockQueue, type QueueOptions } from "./lock-queue.ts";
import type { Locks } from "./locks.ts";
import { type LogEntry, readHistory } from "./log.ts";
import { missingSlots } from "./missing-slots.ts";
import { RoomError } from "./room-error.ts";
import { type RoomChange, RoomView } from "./room-view.ts";
import { RoomWriter } from "./room-writer.ts";

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
  /** Waits until fewer than `limit` calls of a function run, over all tabs. Resolves with what ends this one's turn. */
  enterBeside(fn: string, limit: number, signal: AbortSignal): Promise<() => void>;
  /**
   * Adds what the room lacks of a module's variables. Takes no lock. Throws a RoomError "reset" if the room is of another
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
  change(label: string, operations: (replica: Replica) => readonly Operation[]): Promise<void>;
  /** Copies all that is committed to a room that does not exist yet, as of one moment. Epoch, versions and ids stay. */
  fork(toId: string): Promise<void>;
  /** The page is about to be frozen or left: ask for no lock until `resume`. Calls go on waiting. */
  pause(): void;
  /** The page is back: wait for locks again, and look whether anything was missed. */
  resume(): void;
  dispose(): void;
}

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

export async function openRoom(options: RoomOptions): Promise<Room> {
  const room = new SharedRoom(options);
  try {
    await room.catchUp();
  } catch (error) {
    // What is stored may be damaged; then a reset is the way out, and needs the room.
    if (!(error instanceof RoomError)) {
      room.dispose();
      throw error;
    }
    options.onProblem(error);
  }
  return room;
}

class SharedRoom implements Room {
  readonly id: string;
  readonly browser: BrowserKeys;
  readonly #options: RoomOptions;
  readonly #view: RoomView;
  readonly #writer: RoomWriter;
  readonly #queue: LockQueue;
  readonly #holder: HolderWatch;
  readonly #durations = new Durations();
  readonly #listeners = new Set<(change: RoomChange) => void>();
  readonly #stopListening: () => void;
  readonly #compaction: CompactionSchedule | null;
  readonly #leases = new Set<RoomLease>();
  #outdated = false;

  constructor(options: RoomOptions) {
    const { id, channel, locks, compactor } = options;
    this.id = id;
    this.#options = options;
    this.browser = createBrowserKeys(id, (child) => openRoom({ ...options, id: child }));
    this.#compaction = compactor
      ? scheduleCompaction({ room: id, compactor, locks, forget: (ids) => this.#forget(ids) })
      : null;
    this.#queue = new LockQueue({
      locks,
      name: `room:${id}`,
      onLook: (isFirst) => this.#holder.look(isFirst),
      // Without it the versions still tell one call from another, only later.
      onTake: () => this.#writer.raiseFence().catch((error: unknown) => this.#report(error)),
    });
    this.#holder = watchHolder({
      room: id,
      channel,
      isHolding: () => this.#queue.isHolding,
      isVisible: options.isVisible,
      take: () => this.#queue.take(),
    });
    this.#view = new RoomView({ ...options, onChange: (change) => this.#tell(change) });
    this.#writer = new RoomWriter(this.#view, {
      ...options,
      onCommit: (head, entries) => {
        this.#safely(() => channel.post(announce(id, head.epoch, entries)));
        this.#compaction?.note(head);
      },
    });
    this.#stopListening = channel.listen({
      onMessage: (message) => {
        const announcement = parseAnnouncement(message, id);
        if (isFromNewerApp(message, id)) this.#tellOutdated();
        if (announcement) this.#inBackground(this.#view.receive(announcement));
      },
      onLoss: () => this.#inBackground(this.catchUp()),
    });
  }

  get version(): number {
    return this.#view.version;
  }

  get epoch(): string {
    return this.#view.epoch;
  }

  get replica(): Replica {
    return this.#view.replica;
  }

  subscribe(listener: (change: RoomChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async enter(options: EnterOptions): Promise<Lease> {
    const { fn, user, signal, group } = options;
    const turn = await this.#queue.enter({
      signal,
      onQueue: (position, length) => options.onQueue(position, length, this.#durations.estimateMs(fn, position)),
      ...(group && { group }),
    });
    const since = this.#options.now();
    try {
      // After a turn of this page nobody else had the lock; what code added without it a commit sees for itself.
      if (!turn.follows || this.#view.isStale) await this.#view.catchUp();
      signal.throwIfAborted();
    } catch (error) {
      turn.end();
      throw error;
    }
    const lease = new RoomLease({
      view: this.#view,
      store: this.#options.store,
      writer: this.#writer,
      fn,
      user,
      group,
      turn: {
        get isLost() {
          return turn.isLost;
        },
        pass: turn.pass,
        end: () => {
          if (this.#leases.delete(lease)) this.#durations.note(fn, this.#options.now() - since);
          turn.end();
        },
      },
    });
    this.#leases.add(lease);
    options.onQueue(0, 0, 0);
    return lease;
  }

  enterBeside(fn: string, limit: number, signal: AbortSignal): Promise<() => void> {
    return enterOneOf(this.#options.locks, `calls:${this.id}:${fn}`, limit, signal);
  }

  async define(
    operations: readonly Operation[],
    { epoch = "", ...meta }: DefineMeta = { user: "", code: "" },
  ): Promise<DefineResult> {
    for (;;) {
      let added: string[] = [];
      let existed: string[] = [];
      let known = new Map<ContainerId, ContainerId>();
      const outcome = await this.#writer.commit({
        ...meta,
        fn: "Load",
        durationMs: 0,
        accepts: () => epoch === "" || epoch === this.epoch,
        build(replica) {
          const missing = missingSlots(operations, replica);
          ({ added, existed } = missing);
          known = new Map(missing.adopted);
          return numberOperations(missing.operations, replica.nextId, known);
        },
      });
      // Somebody reset the room in this very moment: the module's variables may all be missing now.
      if (outcome.kind === "moved") continue;
      if (outcome.kind === "conflict")
        throw new RoomError("reset", "The shared state was reset while the code loaded.");
      return { version: outcome.version, numbered: [...known], added, existed };
    }
  }

  catchUp(): Promise<void> {
    return this.#view.catchUp();
  }

  history(limit: number): Promise<LogEntry[]> {
    return readHistory(this.#options.store, this.id, limit);
  }

  restart(build: (replica: Replica) => GraphData, label = "Reset"): Promise<void> {
    return this.#alone(() => this.#writer.restart(build, { fn: label, user: "", durationMs: 0, code: "" }));
  }

  change(label: string, operations: (replica: Replica) => readonly Operation[]): Promise<void> {
    return this.#alone(async () => {
      await this.#view.catchUp();
      const meta = { fn: label, user: "", durationMs: 0, code: "" };
      const outcome = await this.#writer.commit({ ...meta, accepts: () => true, build: operations });
      if (outcome.kind === "moved") {
        throw new RoomError("conflict", `"${label}" was not done, since the shared state was reset just now.`);
      }
    });
  }

  fork(toId: string): Promise<void> {
    return forkRoom(this.#options.store, this.id, toId);
  }

  pause(): void {
    this.#queue.pause();
    this.browser.each((child) => child.pause());
  }

  resume(): void {
    this.#queue.resume();
    this.#inBackground(this.catchUp());
    this.browser.each((child) => child.resume());
  }

  dispose(): void {
    this.browser.each((child) => child.dispose());
    this.#stopListening();
    this.#compaction?.dispose();
    this.#holder.dispose();
    this.#listeners.clear();
    this.#queue.dispose(new RoomError("closed", "The playground was closed while this call waited for its turn."));
  }

  /** Under the lock: a call that has one of them in hand must not be under way. */
  #forget(ids: readonly ContainerId[]): Promise<void> {
    return this.change("Clean up", () => [["forget", ids]]);
  }

  async #alone(action: () => Promise<void>): Promise<void> {
    const { signal } = new AbortController();
    const turn = await this.#queue.enter({ signal, onQueue: () => undefined });
    try {
      await action();
    } finally {
      turn.end();
    }
  }

  #tellOutdated(): void {
    if (this.#outdated) return;
    this.#outdated = true;
    this.#report(
      new RoomError(
        "outdated",
        "Another tab runs a newer version of this app. Reload this page to share state with it.",
      ),
    );
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.#report(error));
  }

  #tell(change: RoomChange): void {
    for (const lease of this.#leases) lease.note(change);
    if (change.source === "elsewhere") this.#durations.note(change.entry.fn, change.entry.durationMs);
    for (const listener of this.#listeners) this.#safely(() => listener(change));
  }

  /** For what follows a step: the step is taken, whatever becomes of this. */
  #safely(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#report(error);
    }
  }

  #report(error: unknown): void {
    this.#options.onProblem(error instanceof Error ? error : new Error(String(error)));
  }
}
