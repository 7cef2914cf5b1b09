// The life of one call (DESIGN, section 3): queue for the room if it can write, run in the worker, commit each boundary,
// show the outputs, release. It always settles with an outcome; only what it was given decides, not who drew the button.

import type { ProgressLevel } from "../../protocol/progress.ts";
import type { CallRequest, ErrorData, OutputData } from "../../protocol/runtime.ts";
import { type EndReason, WorkerEndedError } from "../../sandbox/sandbox-worker.ts";
import type { UncheckedOutcome, UncheckedStep } from "../../sandbox/unchecked.ts";
import type { Lease } from "../../state/lease.ts";
import type { Room } from "../../state/room.ts";
import { RoomError } from "../../state/room-error.ts";
import type { Session } from "../../state/session.ts";
import { type Committer, createCommitter } from "./committer.ts";
import type { Patches, WorkerLink } from "./worker-link.ts";

export interface CallOptions {
  readonly id: string;
  readonly fn: string;
  readonly user: string;
  /** Hash of the code, for the history. */
  readonly code: string;
  readonly room: Room;
  readonly session: Session;
  readonly link: WorkerLink;
  /** write: it has the room to itself. beside: it may change shared variables in atomic steps. */
  readonly grant: CallRequest["grant"];
  /** How many calls of the function may run at once, over all tabs; null: any number, as far as this is concerned. */
  readonly limit: number | null;
  /** Whose calls share that limit. */
  readonly limitName: string;
  /** It needs no State and does not yield: nothing of it has to be taken in before the worker may begin the next. */
  readonly simple: boolean;
  /** Keys of the browser's state that it uses. */
  readonly keys: readonly string[];
  /** Takes the call out of the queue. Once it runs, the link ends it. */
  readonly signal: AbortSignal;
  ask(patches: Patches): Promise<UncheckedOutcome>;
  onQueue(position: number, length: number, etaMs: number | null): void;
  onStart(): void;
  /** The worker has answered; what is left is to commit, which nothing stops. */
  onAnswer(): void;
  onYield(): void;
  onProgress(levels: readonly ProgressLevel[]): void;
  /** Throws if these are no outputs of its app. */
  check(outputs: readonly OutputData[]): void;
  show(outputs: readonly OutputData[]): void;
}

export type CallResult =
  | { readonly kind: "done"; readonly durationMs: number; readonly version: number | null }
  | { readonly kind: "stopped" }
  | { readonly kind: "threw"; readonly error: ErrorData }
  /** The worker ended under the call; everything since the last boundary is undone. */
  | { readonly kind: "ended"; readonly reason: EndReason }
  /** The page could not or would not commit. */
  | { readonly kind: "refused"; readonly error: unknown };

export async function runCall(options: CallOptions): Promise<CallResult> {
  const { signal, room } = options;
  let lease: Lease | null = null;
  let leave: (() => void) | null = null;
  const keys = new Map<string, Lease>();
  try {
    // In the same order everywhere, and before the room, so that no two calls wait for each other.
    for (const key of options.keys.toSorted()) {
      const keyRoom = options.link.browser.get(key)?.room;
      if (keyRoom) keys.set(key, await enter(options, signal, keyRoom));
    }
    const { limit, limitName, onQueue } = options;
    if (limit !== null) leave = await room.enterBeside(limitName, { limit, signal, onQueue });
    if (options.grant === "write") lease = await enter(options, signal, room);
    if (options.signal.aborted) return { kind: "stopped" };
    options.onStart();
    return await runGranted(options, lease, keys);
  } catch (error) {
    if (options.signal.aborted) return { kind: "stopped" };
    return { kind: "refused", error };
  } finally {
    lease?.release();
    for (const each of keys.values()) each.release();
    leave?.();
  }
}

function enter({ fn, user, link, onQueue }: CallOptions, signal: AbortSignal, room: Room): Promise<Lease> {
  return room.enter({ fn, user, signal, onQueue, group: link.group });
}

async function runGranted(
  options: CallOptions,
  lease: Lease | null,
  keys: ReadonlyMap<string, Lease>,
): Promise<CallResult> {
  const { worker } = options.link;
  const started = performance.now();
  const committer = createCommitter({
    lease,
    keys,
    session: options.session,
    link: options.link,
    meta: () => ({ durationMs: performance.now() - started, code: options.code }),
    show: options.show,
  });
  const take = (step: UncheckedStep, onCommitted?: () => void) => {
    options.check(step.outputs);
    return committer.add(step, onCommitted);
  };
  let over = false;
  /** Made for the first atomic step, since most calls have none. */
  let steps = null as AbortController | null;
  let malformed: unknown = null;
  const unlisten = worker.onEvent((event) => {
    if (!("call" in event) || event.call !== options.id) return;
    if (event.type === "progress") return options.onProgress(event.levels);
    if (event.type === "atomic")
      return void performStep(options, committer, event.ask, (steps ??= new AbortController()).signal).catch(fail);
    try {
      // Credited when it is stored: a disk that is slower than the generator holds it up, instead of filling the memory.
      take(event.step, () => worker.credit(options.id, event.seq));
    } catch (error) {
      malformed = error;
      worker.end("misbehaved");
      return;
    }
    options.onYield();
  });
  /** Nothing that the function does from here on can count. */
  function fail(error: unknown): void {
    if (over) return;
    malformed = error;
    worker.end("ended");
  }
  // The whole lacks what is not committed: sent now, it would undo that in the worker.
  if (options.link.room.needsWhole) await options.link.settled();
  const { patches, end } = options.link.startCall(options.keys);
  try {
    const answer = options.ask(patches);
    options.link.answers.asked(answer);
    // The worker takes its calls in turn, so the next may be on its way before this one is answered.
    if (options.simple) lease?.pass();
    const outcome = await Promise.race([answer, committer.failure]);
    options.onAnswer();
    if (outcome.kind === "returned") {
      const { session } = take(outcome.step);
      // The session is changed in memory and taken back if the room refuses: nothing may come in between.
      if (session.length === 0) lease?.pass();
    }
    await committer.flush();
    if (outcome.kind === "threw") return { kind: "threw", error: outcome.error };
    if (outcome.kind === "stopped") return { kind: "stopped" };
    return { kind: "done", durationMs: outcome.durationMs, version: committer.version };
  } catch (error) {
    if (!(error instanceof WorkerEndedError)) {
      // The function may run on, on what will never be: its worker is of no more use.
      worker.end("ended");
      throw error;
    }
    // What was yielded before the end has been done, and is committed.
    await committer.flush();
    if (malformed !== null) return { kind: "refused", error: malformed };
    if (options.link.group.broken) return { kind: "refused", error: new RoomError("conflict", buildsUponRefused) };
    return { kind: "ended", reason: error.reason };
  } finally {
    over = true;
    steps?.abort();
    end();
    unlisten();
  }
}

/** A step of a call that runs beside others: the lock is taken for it alone. */
async function performStep(
  options: CallOptions,
  committer: Committer,
  ask: number,
  signal: AbortSignal,
): Promise<void> {
  const { worker, room: follower } = options.link;
  const lease = await enter(options, signal, options.room);
  options.onStart();
  try {
    signal.throwIfAborted();
    const outcome = await worker.atomic({ call: options.id, ask, room: follower.take(false) });
    if (outcome.kind === "threw") return;
    committer.add(outcome.step, undefined, lease);
    await committer.flush();
    worker.settle(options.id, ask);
  } finally {
    lease.release();
  }
}

const buildsUponRefused =
  "A call right before this one could not be stored, so what this one did was undone too. Call it again.";
