// What one tab knows of a room, and how it moves from one committed version to the next: by its own commits (room-writer),
// by what other tabs announce, and by reading the log. One such step at a time. Never shows what is not committed.

import { Replica } from "../journal/replica.ts";
import { emptyGraph, type Operation } from "../protocol/operation.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";
import type { Announcement } from "./announcements.ts";
import type { Attempt, CommitGroup } from "./commit-batch.ts";
import { missingRanges, toMissed } from "./log-position.ts";
import { loadRoom } from "./load-room.ts";
import { type Head, headKey, type LogEntry, logKey, parseEntry, parseHead } from "./log.ts";
import { RoomError } from "./room-error.ts";

export interface ViewOptions {
  readonly id: string;
  readonly store: KeyValueStore;
  readonly tab: string;
  onChange(change: RoomChange): void;
  /** What was stored is gone. */
  onProblem(error: Error): void;
}

/** A step of the view. On "reset" there is no telling what changed. */
export type RoomChange =
  | {
      readonly source: "here" | "elsewhere";
      readonly epoch: string;
      readonly version: number;
      readonly entry: LogEntry;
      /** Of a commitment of this view. */
      readonly group: CommitGroup | null;
    }
  | { readonly source: "reset"; readonly epoch: string; readonly version: number; readonly entry: null };

export class RoomView {
  readonly #options: ViewOptions;
  /** "" until something is committed. */
  #epoch = "";
  #version = 0;
  #fence = 0;
  #replica = Replica.from(emptyGraph);
  /** The replica may have used up ids that were never committed, or missed something: it must be loaded again. */
  #stale = false;
  #lastStep: Promise<unknown> = Promise.resolve();
  #catchingUp: Promise<void> | null = null;

  constructor(options: ViewOptions) {
    this.#options = options;
  }

  /** Whether it has to be loaded again before it shows what is committed. */
  get isStale(): boolean {
    return this.#stale;
  }

  get epoch(): string {
    return this.#epoch;
  }

  get version(): number {
    return this.#version;
  }

  get replica(): Replica {
    return this.#replica;
  }

  /** As last read; see Head. */
  get fence(): number {
    return this.#fence;
  }

  /** Brings the view up to what is stored. Requests that come while one waits are served by it. */
  catchUp(): Promise<void> {
    this.#catchingUp ??= this.step(async () => {
      // From here on somebody may commit what this step does not see.
      this.#catchingUp = null;
      if (this.#stale) return void (await this.reload());
      const { id, store } = this.#options;
      const { values, ranges } = await store.read({
        keys: [headKey(id)],
        ranges: ([head]) => missingRanges(id, this, parseHead(head)),
      });
      const head = parseHead(values[0]);
      const missed = toMissed(this, head, ranges[0]);
      if (!missed || !this.follow(head, missed)) await this.reload();
    });
    return this.#catchingUp;
  }

  /** Takes in what another tab says it committed. */
  async receive({ epoch, version, entries }: Announcement): Promise<void> {
    const enough = await this.step(() => {
      if (epoch !== this.#epoch || this.#stale) return false;
      for (const entry of entries) {
        if (entry.version === this.#version + 1 && !this.#advance(entry)) return false;
      }
      return version <= this.#version;
    });
    if (!enough) await this.catchUp();
  }

  /** Runs `action` when no other step is under way. What follows is for such actions. */
  step<T>(action: () => T | Promise<T>): Promise<T> {
    const step = this.#lastStep.then(action);
    // The next step waits for this one; what became of it is told to whoever asked for it.
    this.#lastStep = step.then(ignore, ignore);
    return step;
  }

  /** Takes in what was committed here, right after what the view shows. */
  take({ head, entry, group }: Attempt): void {
    this.#replica.apply(entry.ops);
    this.#epoch = head.epoch;
    this.#version = entry.version;
    this.#options.onChange({ source: "here", epoch: head.epoch, version: entry.version, entry, group });
  }

  /** What the view holds may not be what is stored. */
  doubt(): void {
    this.#stale = true;
  }

  /** Starts over from what is stored. Tells whether `attempts`, of one transaction, are part of it. */
  async reload(attempts: readonly Attempt[] = []): Promise<boolean> {
    const { id, store, onChange } = this.#options;
    const loaded = await loadRoom(store, id);
    const { epoch, version } = loaded?.head ?? { epoch: "", version: 0 };
    const last = attempts.at(-1);
    const stored = last?.head.epoch === epoch && version >= last.entry.version && (await this.#isStored(last));
    const before = { epoch: this.#epoch, version: this.#version };
    this.#show(loaded?.head ?? null, loaded?.replica ?? Replica.from(emptyGraph));
    if (epoch === before.epoch && version === before.version) return stored;
    if (!loaded) this.#options.onProblem(new RoomError("deleted", deleted));
    const follows = before.epoch === epoch || before.epoch === "";
    if (stored && follows && version === last.entry.version && version === before.version + attempts.length) {
      for (const { entry, group } of attempts)
        onChange({ source: "here", epoch, version: entry.version, entry, group });
    } else {
      onChange({ source: "reset", epoch, version, entry: null });
    }
    return stored;
  }

  /** Whether it was this attempt that became the version. */
  async #isStored({ entry }: Attempt): Promise<boolean> {
    const { id, store } = this.#options;
    const found = await store.get(logKey(id, entry.version));
    if (found === undefined) throw new Error("The log does not go back that far any more.");
    return parseEntry(found, entry.version).id === entry.id;
  }

  /** A new epoch was committed here. */
  startAnew(head: Head, replica: Replica): void {
    this.#show(head, replica);
    this.#options.onChange({ source: "reset", epoch: head.epoch, version: head.version, entry: null });
  }

  #show(head: Head | null, replica: Replica): void {
    this.#epoch = head?.epoch ?? "";
    this.#version = head?.version ?? 0;
    this.#fence = head?.fence ?? 0;
    this.#replica = replica;
    this.#stale = false;
  }

  /** Takes in what others committed. false: an entry does not fit the replica, which has to be loaded again. */
  follow(head: Head | null, missed: readonly LogEntry[]): boolean {
    if (head) ({ epoch: this.#epoch, fence: this.#fence } = head);
    return missed.every((entry) => this.#advance(entry));
  }

  #advance(entry: Omit<LogEntry, "inverse">): boolean {
    let inverse: Operation[];
    try {
      inverse = this.#replica.apply(entry.ops);
    } catch {
      // Whatever is wrong with the entry or with this replica: what is stored will tell.
      this.#stale = true;
      return false;
    }
    this.#version = entry.version;
    const { tab, onChange } = this.#options;
    const source = entry.tab === tab ? "here" : "elsewhere";
    onChange({ source, epoch: this.#epoch, version: entry.version, entry: { ...entry, inverse }, group: null });
    return true;
  }
}

const deleted =
  "What this browser had stored of the shared state was deleted, in another tab or in the browser's settings. The shared variables start anew.";

function ignore(): void {}
