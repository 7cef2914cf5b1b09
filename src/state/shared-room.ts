// A room at work: its queue, its view of what is stored, its writer, and what it hears from other tabs, put together.

import type { Replica } from "../journal/replica.ts";
import type { ContainerId, GraphData, Operation } from "../protocol/operation.ts";
import { announce, isFromNewerApp, parseAnnouncement } from "./announcements.ts";
import { type BrowserKeys, createBrowserKeys } from "./browser-keys.ts";
import { type CompactionSchedule, scheduleCompaction } from "./compaction-schedule.ts";
import { CallLimits, type LimitOptions } from "./concurrency.ts";
import { createDefiner, type VariableDefiner } from "./define-variables.ts";
import { Durations } from "./durations.ts";
import type { CopiedAt } from "./fork.ts";
import { type HolderWatch, watchHolder } from "./holder-watch.ts";
import { type Lease, RoomLease } from "./lease.ts";
import { LockQueue } from "./lock-queue.ts";
import { type LogEntry, readHistory } from "./log.ts";
import { RoomError } from "./room-error.ts";
import type { ChangeKind, DefineMeta, DefineResult, EnterOptions, Room, RoomOptions } from "./room.ts";
import { type RoomChange, RoomView } from "./room-view.ts";
import { RoomWriter } from "./room-writer.ts";

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
  readonly #definer: VariableDefiner;
  readonly #queue: LockQueue;
  readonly #limits: CallLimits;
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
    this.#limits = new CallLimits(locks, `calls:${id}`);
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
    this.#definer = createDefiner({
      writer: this.#writer,
      alone: (action, signal) => this.#alone(action, signal),
      onProblem: (error) => this.#report(error),
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

  enterBeside(name: string, options: LimitOptions): Promise<() => void> {
    return this.#limits.enter(name, options);
  }

  define(operations: readonly Operation[], meta?: DefineMeta): Promise<DefineResult> {
    return this.#definer.define(operations, meta);
  }

  catchUp(): Promise<void> {
    return this.#view.catchUp();
  }

  history(limit: number): Promise<LogEntry[]> {
    return readHistory(this.#options.store, this.id, limit);
  }

  restart(build: (replica: Replica) => GraphData, label = "Reset"): Promise<void> {
    return this.#alone(() =>
      this.#writer.restart(build, { kind: "reset", fn: label, user: "", durationMs: 0, code: "" }),
    );
  }

  change(
    label: string,
    operations: (replica: Replica) => readonly Operation[],
    kind: ChangeKind = "change",
  ): Promise<void> {
    return this.#alone(async () => {
      await this.#view.catchUp();
      const meta = { kind, fn: label, user: "", durationMs: 0, code: "" };
      const outcome = await this.#writer.commit({ ...meta, accepts: () => true, build: operations });
      if (outcome.kind === "moved") {
        throw new RoomError("conflict", `"${label}" was not done, since the shared state was reset just now.`);
      }
    });
  }

  async fork(toId: string): Promise<CopiedAt> {
    const { forkRoom } = await import("./fork.ts");
    return forkRoom(this.#options.store, this.id, toId);
  }

  pause(): void {
    this.#queue.pause();
    this.#limits.pause();
    this.browser.each((child) => child.pause());
  }

  resume(): void {
    this.#queue.resume();
    this.#limits.resume();
    this.#inBackground(this.catchUp());
    this.browser.each((child) => child.resume());
  }

  dispose(): void {
    this.browser.dispose();
    this.#stopListening();
    this.#definer.dispose();
    this.#compaction?.dispose();
    this.#holder.dispose();
    this.#listeners.clear();
    const closed = new RoomError("closed", "The playground was closed while this call waited for its turn.");
    this.#queue.dispose(closed);
    this.#limits.dispose(closed);
  }

  /** Under the lock: a call that has one of them in hand must not be under way. */
  #forget(ids: readonly ContainerId[]): Promise<void> {
    return this.change("Clean up", () => [["forget", ids]], "clean-up");
  }

  async #alone<T>(action: () => Promise<T>, signal = new AbortController().signal): Promise<T> {
    const turn = await this.#queue.enter({ signal, onQueue: () => undefined });
    try {
      return await action();
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
