// One user's worker as the page sees it: calls that always settle, because each races the end of the worker (Comlink's
// own never would), and events that have been validated and counted.

import * as Comlink from "comlink";
import { createDeferred } from "../base/deferred.ts";
import type { CallRequest, FreshStateRequest, LoadRequest, Runtime } from "../protocol/runtime.ts";
import { createRateLimit } from "./rate-limit.ts";
import {
  parseEvent,
  parseLoad,
  parseOutcome,
  type UncheckedEvent,
  type UncheckedLoad,
  type UncheckedOutcome,
} from "./unchecked.ts";

// A reply may name a transfer handler; with this one a hostile worker could hand the page a remote object.
Comlink.transferHandlers.delete("proxy");

/** Yields wait for credit and console batches are few, so a worker of ours stays far below this. */
const messagesPerSecond = 3000;
const messageBurst = 6000;

export type EndReason =
  /** The page ended it: Stop, a new build, a closed user. */
  | "ended"
  /** Its process or its script died. */
  | "crashed"
  /** It sent what no worker of ours sends, or far too much. */
  | "misbehaved";

export class WorkerEndedError extends Error {
  override readonly name = "WorkerEndedError";
  readonly reason: EndReason;
  constructor(reason: EndReason) {
    super(`The worker ended (${reason}).`);
    this.reason = reason;
  }
}

export interface SandboxWorker {
  load(request: LoadRequest): Promise<UncheckedLoad>;
  call(request: CallRequest): Promise<UncheckedOutcome>;
  freshState(request: FreshStateRequest): Promise<UncheckedOutcome>;
  stop(callId: string): void;
  credit(callId: string, seq: number): void;
  /** Whether its event loop turns: resolves true on an answer within the time. */
  responds(withinMs: number): Promise<boolean>;
  /** Returns what ends the subscription. */
  onEvent(listener: (event: UncheckedEvent) => void): () => void;
  readonly ended: Promise<EndReason>;
  end(reason: EndReason): void;
  /** The frame saw an error of its script. Once it has spoken, that is the person's code's affair, not a failed start. */
  failed(): void;
}

/** `terminate` ends the thread; `rpc` and `events` are the page's ends of the worker's two ports. */
export function createSandboxWorker(rpc: MessagePort, events: MessagePort, terminate: () => void): SandboxWorker {
  const runtime = Comlink.wrap<Runtime>(rpc);
  const ended = createDeferred<EndReason>();
  const limit = createRateLimit({ perSecond: messagesPerSecond, burst: messageBurst, now: () => performance.now() });
  let over = false;
  let heard = false;
  const listeners = new Set<(event: UncheckedEvent) => void>();

  function end(reason: EndReason): void {
    if (over) return;
    over = true;
    terminate();
    rpc.close();
    events.close();
    ended.resolve(reason);
  }

  const count = () => {
    heard = true;
    if (!limit.take()) end("misbehaved");
  };
  rpc.addEventListener("message", count);
  events.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    count();
    if (over) return;
    let event: UncheckedEvent;
    try {
      event = parseEvent(data);
    } catch {
      // Only code that forges messages gets here; what it is worth does not depend on the details.
      end("misbehaved");
      return;
    }
    for (const listener of listeners) listener(event);
  });
  events.start();

  async function ask<T>(question: Promise<unknown>, parse: (value: unknown) => T): Promise<T> {
    const end = ended.promise.then((reason) => {
      throw new WorkerEndedError(reason);
    });
    return parse(await Promise.race([question, end]));
  }

  return {
    load: (request) => ask(runtime.load(request), parseLoad),
    call: (request) => ask(runtime.call(request), parseOutcome),
    freshState: (request) => ask(runtime.freshState(request), parseOutcome),
    stop: (callId) => ignoreAnswer(runtime.stop(callId)),
    credit: (callId, seq) => ignoreAnswer(runtime.credit(callId, seq)),
    async responds(withinMs) {
      const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), withinMs));
      const answer = Promise.resolve(runtime.ping()).then(
        () => true,
        () => false,
      );
      return Promise.race([answer, timeout, ended.promise.then(() => false)]);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ended: ended.promise,
    end,
    failed: () => {
      if (!heard) end("crashed");
    },
  };
}

/** For requests whose effect shows elsewhere: a worker that is gone or hostile may refuse them. */
function ignoreAnswer(answer: Promise<unknown>): void {
  answer.catch(() => undefined);
}
