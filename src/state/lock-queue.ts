// The calls of this page that wait for one room's lock. First come, first served, with one request to the browser at a
// time: on its grant the calls that waited by then go one after another, so that many calls of a page cost one grant.

import { createDeferred, type Deferred } from "../base/deferred.ts";
import { callsPerGrant, type GrantSharing, shareGrant, type Sharer, type Turn } from "./grant-sharing.ts";
import { lookMs } from "./holder-watch.ts";
import type { LockGrant, LockPlace, Locks } from "./locks.ts";

export interface QueueOptions {
  readonly signal: AbortSignal;
  /** Where the call stands among all that wait, from 1. Not called when its turn comes before there is anything to tell. */
  onQueue(position: number, length: number): void;
  /** Of calls with the same one the next may begin before the one before it has ended, when that lets it. */
  readonly group?: object;
}

interface Waiter extends Sharer {
  readonly turn: Deferred<Turn>;
  readonly options: QueueOptions;
  readonly leave: () => void;
  /** What it was told last. */
  told: string;
}

/** Most calls get their turn sooner than that, and need not ask for their place. */
const firstLookMs = 50;

export interface LockQueueOptions {
  readonly locks: Locks;
  readonly name: string;
  /** Told again and again, while there are calls that wait, whether they wait for another tab and before all others. */
  onLook?(isFirst: boolean): void;
  /** Comes between taking the lock away from another tab and the first turn. */
  onTake?(): Promise<void>;
}

export class LockQueue {
  readonly #options: LockQueueOptions;
  /** Waiting for a grant to come. */
  #waiters: Waiter[] = [];
  /** Of the grant at hand; null while there is none. */
  #sharing: GrantSharing<Waiter> | null = null;
  #request: AbortController | null = null;
  #place: LockPlace | null = null;
  #look: ReturnType<typeof setTimeout> | null = null;
  #paused = false;

  constructor(options: LockQueueOptions) {
    this.#options = options;
  }

  /** Whether the page holds the lock and will let it go. */
  get isHolding(): boolean {
    return this.#sharing !== null && !this.#paused;
  }

  /** Resolves when it is this call's turn. Rejects with the signal's reason if that comes first. */
  enter(options: QueueOptions): Promise<Turn> {
    const { signal, group } = options;
    if (signal.aborted) return Promise.reject(signal.reason);
    const turn = createDeferred<Turn>();
    const waiter: Waiter = {
      turn,
      options,
      group,
      begin(granted) {
        signal.removeEventListener("abort", waiter.leave);
        turn.resolve(granted);
      },
      leave: () => this.#leave(waiter, signal.reason),
      told: "",
    };
    if (this.#waiters.length === 0 && this.#sharing?.join(waiter)) return turn.promise;
    signal.addEventListener("abort", waiter.leave, { once: true });
    this.#waiters.push(waiter);
    this.#sharing?.hurry();
    this.#ask();
    this.#tell();
    this.#lookLater(this.#sharing ? 0 : firstLookMs);
    return turn.promise;
  }

  /** The page is about to be frozen: a grant now would keep every other tab waiting. Calls go on waiting. */
  pause(): void {
    this.#paused = true;
    this.#sharing?.hurry();
    this.#withdraw();
  }

  resume(): void {
    this.#paused = false;
    this.#ask();
  }

  /** Takes the lock away from the tab that holds it, for the calls that wait. */
  take(): void {
    if (this.#waiters.length === 0 || this.#sharing || this.#paused) return;
    const { locks, name, onTake } = this.#options;
    this.#withdraw();
    this.#receive(async () => {
      const grant = await locks.steal(name);
      await onTake?.();
      return grant;
    });
  }

  /** Ends all waiting with `reason`. A turn under way ends by itself. */
  dispose(reason: unknown): void {
    for (const waiter of [...(this.#sharing?.waiting ?? []), ...this.#waiters]) this.#leave(waiter, reason);
    this.#sharing?.hurry();
  }

  #ask(): void {
    if (this.#request || this.#paused || this.#waiters.length === 0) return;
    const { locks, name } = this.#options;
    this.#receive((signal) => locks.request(name, signal));
  }

  #receive(requestLock: (signal: AbortSignal) => Promise<LockGrant>): void {
    const request = new AbortController();
    this.#request = request;
    requestLock(request.signal).then(
      (grant) => {
        if (this.#request === request) this.#share(grant);
        else grant.release();
      },
      (error: unknown) => {
        if (this.#request !== request) return;
        this.#request = null;
        for (const waiter of [...this.#waiters]) this.#leave(waiter, error);
      },
    );
  }

  #withdraw(): void {
    const request = this.#request;
    this.#request = null;
    this.#place = null;
    request?.abort();
  }

  #share(grant: LockGrant): void {
    this.#request = null;
    this.#place = null;
    const sharers = this.#waiters.splice(0, callsPerGrant);
    const sharing = shareGrant(grant, sharers, {
      now: () => performance.now(),
      afterTurn,
      onBegin: () => this.#tell(),
      onRelease: () => {
        if (this.#sharing === sharing) this.#sharing = null;
      },
    });
    this.#sharing = sharing;
    if (this.#waiters.length > 0) sharing.hurry();
    // Those left wait behind the other tabs, from now on and not only from the end of this grant.
    this.#ask();
    sharing.proceed();
    void grant.lost.then(() => {
      if (this.#sharing !== sharing) return;
      this.#sharing = null;
      // Those who have not had their turn wait on, before those who came later.
      const { waiting } = sharing;
      for (const waiter of waiting) sharing.leave(waiter);
      this.#waiters.unshift(...waiting);
      this.#ask();
      this.#tell();
      this.#lookLater(firstLookMs);
    });
  }

  #leave(waiter: Waiter, reason: unknown): void {
    waiter.options.signal.removeEventListener("abort", waiter.leave);
    this.#sharing?.leave(waiter);
    const index = this.#waiters.indexOf(waiter);
    if (index >= 0) this.#waiters.splice(index, 1);
    waiter.turn.reject(reason);
    if (this.#waiters.length === 0) this.#withdraw();
    this.#tell();
  }

  #lookLater(delayMs: number): void {
    if (this.#look) return;
    this.#look = setTimeout(() => void this.#lookNow(), delayMs);
  }

  async #lookNow(): Promise<void> {
    const { locks, name, onLook } = this.#options;
    const request = this.#request;
    // Not knowing the other tabs, what this page knows is still worth telling.
    const place = request ? await locks.place(name).catch(() => null) : null;
    this.#look = null;
    if (request && this.#request === request) this.#place = place ?? this.#place ?? { before: 0, others: 0 };
    this.#tell();
    onLook?.(place?.before === 0 && !this.#sharing);
    if (this.#waiters.length > 0) this.#lookLater(lookMs);
  }

  #tell(): void {
    const sharers = this.#sharing?.waiting ?? [];
    const others = this.#place?.others ?? 0;
    const length = sharers.length + others + this.#waiters.length;
    sharers.forEach((waiter, i) => tell(waiter, i + 1, length));
    if (!this.#place) return;
    const before = sharers.length + this.#place.before;
    this.#waiters.forEach((waiter, i) => tell(waiter, before + i + 1, length));
  }
}

function tell(waiter: Waiter, position: number, length: number): void {
  const text = `${position}/${length}`;
  if (waiter.told === text) return;
  waiter.told = text;
  waiter.options.onQueue(position, length);
}

/** A call that follows from the end of another comes before the event loop turns. A timer would take 4 ms. */
const afterTurn = createTurns();

/** One channel serves all turns: making one takes longer than the turn itself. */
function createTurns(): (action: () => void) => void {
  const waiting: (() => void)[] = [];
  let channel: MessageChannel | null = null;
  return (action) => {
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(action);
    channel.port2.postMessage(null);
  };
}
