// One user's worker as the page sees it: calls that always settle, because each races the end of the worker (Comlink's
// own never would), and events that have been validated and counted.

import { transferHandlers, wrap } from "comlink";
import { createDeferred } from "../base/deferred.ts";
import type { AtomicRequest, CallRequest, FreshStateRequest, LoadRequest, Runtime } from "../protocol/runtime.ts";
import { type Excess, measureMessage, messageLimits } from "../protocol/message-size.ts";
import { createCreditLedger } from "./credit-ledger.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import {
  MalformedMessageError,
  parseAtomic,
  parseEvent,
  parseLoad,
  parseOutcome,
  type UncheckedAtomic,
  type UncheckedEvent,
  type UncheckedLoad,
  type UncheckedOutcome,
} from "./unchecked.ts";

// A reply may name a transfer handler; with this one a hostile worker could hand the page a remote object.
transferHandlers.delete("proxy");

/** Messages that nobody asked for and console entries, of which a worker of ours sends far fewer. Yields wait for credit. */
const itemsPerSecond = 5000;
const itemBurst = 8000;
/** Characters of console entries that the page takes in. Honest code can print more; what is too much is left out. */
const textPerSecond = 2_000_000;
const textBurst = 4_000_000;

type UncheckedConsoleEvent = Extract<UncheckedEvent, { type: "console" }>;

export type EndReason =
  /** The page ended it: Stop, a new build, a closed user. */
  | "ended"
  /** Its process or its script died. */
  | "crashed"
  /** Its code called self.close(). */
  | "closed"
  /** It sent what no worker of ours sends, or far too much. */
  | "misbehaved";

const endMessages: Readonly<Record<EndReason, string>> = {
  ended: "The worker was ended.",
  crashed: "The worker ran out of memory or crashed.",
  closed: "The code closed its own worker with self.close().",
  misbehaved: "The worker sent more, or other, messages than an app may.",
};

export class WorkerEndedError extends Error {
  override readonly name = "WorkerEndedError";
  readonly reason: EndReason;
  constructor(reason: EndReason) {
    super(endMessages[reason]);
    this.reason = reason;
  }
}

export interface SandboxWorker {
  load(request: LoadRequest): Promise<UncheckedLoad>;
  call(request: CallRequest): Promise<UncheckedOutcome>;
  freshState(request: FreshStateRequest): Promise<UncheckedOutcome>;
  atomic(request: AtomicRequest): Promise<UncheckedAtomic>;
  settle(callId: string, ask: number): void;
  stop(callId: string): void;
  credit(callId: string, seq: number): void;
  /** Settles once its event loop has turned: true; or when it has ended: false. */
  ping(): Promise<boolean>;
  /** Returns what ends the subscription. */
  onEvent(listener: (event: UncheckedEvent) => void): () => void;
  readonly ended: Promise<EndReason>;
  end(reason: EndReason): void;
  /** The frame saw an error of its script. Once it has spoken, that is the person's code's affair, not a failed start. */
  failed(): void;
}

/** `terminate` ends the thread; `rpc` and `events` are the page's ends of the worker's two ports. */
export function createSandboxWorker(rpc: MessagePort, events: MessagePort, terminate: () => void): SandboxWorker {
  const runtime = wrap<Runtime>(rpc);
  const ended = createDeferred<EndReason>();
  const now = () => performance.now();
  const items = createRateLimit({ perSecond: itemsPerSecond, burst: itemBurst, now });
  const texts = createRateLimit({ perSecond: textPerSecond, burst: textBurst, now });
  const credits = createCreditLedger((callId, seq) => tell(runtime.credit(callId, seq)));
  let over: EndReason | null = null;
  let heard = false;
  /** Answers that are due, one to each question. */
  let owed = 0;
  const listeners = new Set<(event: UncheckedEvent) => void>();
  const unanswered = new Set<(error: WorkerEndedError) => void>();

  function end(reason: EndReason): void {
    if (over) return;
    over = reason;
    terminate();
    credits.end();
    rpc.close();
    events.close();
    ended.resolve(reason);
    for (const refuse of unanswered) refuse(new WorkerEndedError(reason));
    unanswered.clear();
  }

  const count = (amount: number) => {
    if (!items.take(amount)) end("misbehaved");
  };
  rpc.addEventListener("message", () => {
    heard = true;
    if (owed > 0) owed -= 1;
    else count(1);
  });
  events.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    heard = true;
    if (over) return;
    let event: ReturnType<typeof parseEvent>;
    let bytes: number;
    try {
      bytes = boundedSize(data);
      event = parseEvent(data);
    } catch {
      // Only code that forges messages gets here; what it is worth does not depend on the details.
      end("misbehaved");
      return;
    }
    if (event.type === "closed") return end("closed");
    if (event.type === "atomic" || event.type === "progress" || event.type === "toast") {
      count(1);
    } else if (event.type === "console") {
      count(1 + event.entries.length);
      event = withinLimit(event, texts);
    } else if (!credits.receive(bytes)) end("misbehaved");
    if (over) return;
    for (const listener of listeners) listener(event);
  });
  events.start();

  function tell(answer: Promise<unknown>): void {
    owed += 1;
    ignoreAnswer(answer);
  }

  function ask<T>(question: Promise<unknown>, parse: (value: unknown) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (over) {
        ignoreAnswer(question);
        reject(new WorkerEndedError(over));
        return;
      }
      owed += 1;
      unanswered.add(reject);
      const takeIn = (value: unknown): T => {
        boundedSize(value);
        return parse(value);
      };
      question
        .then(takeIn, () => {
          // A worker of ours tells errors as data; what comes this way is of the sender's choosing.
          throw new MalformedMessageError("The sandbox refused to answer.");
        })
        .then(resolve, reject)
        .finally(() => unanswered.delete(reject));
    });
  }

  return {
    load: (request) => ask(runtime.load(request), parseLoad),
    call: (request) => ask(runtime.call(request), parseOutcome),
    freshState: (request) => ask(runtime.freshState(request), parseOutcome),
    atomic: (request) => ask(Promise.resolve(runtime.atomic(request)), parseAtomic),
    settle: (callId, step) => tell(runtime.settle(callId, step)),
    stop: (callId) => tell(runtime.stop(callId)),
    credit: credits.credit,
    ping() {
      const answered = () => true;
      return ask(runtime.ping(), answered).catch(() => false);
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

/** Throws if it is more than a page can take in. */
function boundedSize(message: unknown): number {
  const { bytes, excess } = measureMessage(message, messageLimits);
  if (excess) throw new MalformedMessageError(`The code ${tooMuch[excess]} at once, more than the page can take in.`);
  return bytes;
}

const tooMuch: Readonly<Record<Excess, string>> = {
  bytes: `changed or returned over ${messageLimits.bytes / 1_000_000} MB`,
  values: "changed or returned millions of values",
  depth: "changed or returned values hundreds of levels deep",
};

/** Leaves out the entries that there is no room for, and counts them. */
function withinLimit(event: UncheckedConsoleEvent, texts: RateLimit): UncheckedConsoleEvent {
  const entries = event.entries.filter(({ text }) => texts.take(text.length));
  return { ...event, entries, dropped: event.dropped + event.entries.length - entries.length };
}

/** For requests whose effect shows elsewhere: a worker that is gone or hostile may refuse them. */
function ignoreAnswer(answer: Promise<unknown>): void {
  answer.catch(() => undefined);
}
