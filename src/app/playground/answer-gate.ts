// Lets what the calls of one worker did go into one transaction: those that were sent to it together are answered within a
// fraction of the time that a transaction takes, so the first waits for the others before it is committed.

import { createDeferred } from "../../base/deferred.ts";

export interface AnswerGate {
  /** The worker was asked for this. */
  asked(answer: Promise<unknown>): void;
  /** Resolves, in the order of asking, when all has been answered, or when the next answer takes longer than it could save. */
  open(): Promise<void>;
}

/** About what a transaction takes. Answers that come faster than this one after the other are cheaper to store together. */
const maxGapMs = 4;
/** Nobody waits for a worker that goes on answering for longer than this. */
const maxWaitMs = 50;

export function createAnswerGate(): AnswerGate {
  let unanswered = 0;
  let lastAnswer = 0;
  let waiting: { readonly opened: Promise<void>; open(): void } | null = null;

  function wait(): Promise<void> {
    const { promise: opened, resolve } = createDeferred<void>();
    const end = performance.now() + maxWaitMs;
    let timer: ReturnType<typeof setTimeout>;
    const open = (): void => {
      clearTimeout(timer);
      waiting = null;
      resolve();
    };
    // Answers only move the time: a timer of its own for each of many would cost more than what it waits for.
    const look = (): void => {
      const leftMs = Math.min(end, lastAnswer + maxGapMs) - performance.now();
      if (leftMs <= 0) open();
      else timer = setTimeout(look, leftMs);
    };
    lastAnswer = performance.now();
    timer = setTimeout(look, maxGapMs);
    waiting = { opened, open };
    return opened;
  }

  return {
    asked(answer) {
      unanswered += 1;
      const end = (): void => {
        unanswered -= 1;
        if (unanswered === 0) waiting?.open();
        else lastAnswer = performance.now();
      };
      answer.then(end, end);
    },
    open() {
      // Those who wait for one opening go on in the order in which they came, and before whoever comes after it.
      if (waiting) return waiting.opened;
      return unanswered > 0 ? wait() : Promise.resolve();
    },
  };
}
