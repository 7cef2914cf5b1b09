// gr.atomic: a boundary of its own in the middle of a call. A call that has the room's lock commits what it did so far; one
// that runs beside others asks the page for the lock, and changes shared variables only when it has been given.

import { createDeferred, type Deferred } from "../base/deferred.ts";
import type { AtomicOutcome, CallRequest, ErrorData, Patch, WorkerEvent } from "../protocol/runtime.ts";
import type { CallControl } from "./call-control.ts";
import { type Boundary, isEmpty, type Transaction } from "./transaction.ts";

export interface AtomicSteps {
  run<T>(callback: () => T): Promise<T>;
  /** The page has the lock for the step that was asked for. */
  grant(ask: number, patch: Patch): AtomicOutcome;
  /** What the step did is stored. */
  settle(ask: number): void;
  /** The call has ended: steps that have not had their turn never will. */
  end(): void;
}

interface Waiting {
  /** Runs the callback. */
  perform(): void;
  readonly stored: Deferred<void>;
}

export function createAtomicSteps(options: {
  readonly call: Pick<CallRequest, "id" | "grant">;
  readonly transaction: Transaction;
  readonly control: CallControl;
  patchRoom(patch: Patch): void;
  post(event: WorkerEvent): void;
  toErrorData(thrown: unknown): ErrorData;
}): AtomicSteps {
  const { call, transaction, control, post } = options;
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended = false;

  async function commitNow<T>(callback: () => T): Promise<T> {
    const results: T[] = [];
    const operations = transaction.step(() => {
      const value = callback();
      assertSynchronous(value);
      results.push(value);
    });
    const result = results[0] as T;
    if (isEmpty(operations)) return result;
    const seq = control.next();
    post({ type: "yield", call: call.id, seq, step: { outputs: [], ...operations } });
    await control.waitForCredit(seq);
    return result;
  }

  async function askFor<T>(callback: () => T): Promise<T> {
    const ask = ++asked;
    const stored = createDeferred<void>();
    const results: T[] = [];
    const perform = (): void => {
      const value = callback();
      assertSynchronous(value);
      results.push(value);
    };
    waiting.set(ask, { perform, stored });
    post({ type: "atomic", call: call.id, ask });
    await stored.promise;
    const [result] = results;
    return result as T;
  }

  return {
    async run(callback) {
      if (ended) throw new Error(tooLate);
      if (call.grant === "write") return commitNow(callback);
      return call.grant === "beside" ? askFor(callback) : callback();
    },
    grant(ask, patch) {
      const step = waiting.get(ask);
      let commit: Boundary;
      try {
        if (!step) throw new Error(tooLate);
        commit = transaction.write(() => options.patchRoom(patch), step.perform);
      } catch (thrown) {
        waiting.delete(ask);
        step?.stored.reject(thrown);
        return { kind: "threw", error: options.toErrorData(thrown) };
      }
      return { kind: "returned", step: { outputs: [], ...commit } };
    },
    settle(ask) {
      waiting.get(ask)?.stored.resolve();
      waiting.delete(ask);
    },
    end() {
      ended = true;
      for (const { stored } of waiting.values()) {
        stored.reject(new Error(tooLate));
      }
      waiting.clear();
    },
  };
}

function assertSynchronous(value: unknown): void {
  if (typeof value !== "object" || value === null || typeof Reflect.get(value, "then") !== "function") return;
  throw new TypeError(
    "The callback of gr.atomic must be synchronous: nobody else can write while it runs. Await before it, and pass in what you got.",
  );
}

const tooLate = "gr.atomic was used when its call had ended. Await it inside the function.";
