// Drives a generator: each yield is a boundary, posted with the outputs it gave. The event loop turns often enough for
// stop and ping to arrive, and the page says how fast it can go.

import { measureMessage, messageLimits } from "../protocol/message-size.ts";
import type { CallStep, OutputData } from "../protocol/runtime.ts";
import type { CallControl } from "./call-control.ts";
import { isEmpty, type Transaction } from "./transaction.ts";

export type AnyGenerator = Generator<unknown, unknown> | AsyncGenerator<unknown, unknown>;

export interface GeneratorRun {
  readonly transaction: Transaction;
  readonly control: CallControl;
  readonly outputCount: number;
  toOutputs(yielded: unknown): OutputData[];
  post(seq: number, step: CallStep): void;
  nowMs(): number;
  turn(): Promise<void>;
}

const maxTurnMs = 4;

/** A function may be no generator function and yet return a generator. */
export function isGenerator(value: unknown): value is AnyGenerator {
  const tag = Object.prototype.toString.call(value);
  return tag === "[object Generator]" || tag === "[object AsyncGenerator]";
}

/**
 * Ends when the generator does, and when the page has taken in all of it: yields travel on another port, where the
 * outcome could overtake them. What it throws is thrown on, and what it did since the last boundary is undone.
 */
export async function runGenerator(generator: AnyGenerator, run: GeneratorRun): Promise<"finished" | "stopped"> {
  const { transaction, control } = run;
  let seq = 0;
  const post = (outputs: readonly OutputData[], operations = transaction.boundary()): CallStep => {
    const step = { outputs, ...operations };
    seq = control.next();
    run.post(seq, step);
    return step;
  };
  try {
    const stopped = await follow(generator, run, async (yielded) => {
      const step = post(run.toOutputs(yielded));
      await control.waitForRoom(seq, measureMessage(step, messageLimits).bytes);
    });
    // What came after its last yield counts as well, and what its `finally` blocks wrote when it was stopped: they are
    // there to leave things in order. What it returns does not count, as in Gradio.
    const operations = transaction.boundary();
    const skips = Array.from({ length: run.outputCount }, (): OutputData => ({ kind: "skip" }));
    if (!isEmpty(operations)) post(skips, operations);
    return stopped ? "stopped" : "finished";
  } catch (thrown) {
    transaction.undo();
    throw thrown;
  } finally {
    await control.waitForCredit(seq);
  }
}

/** Whether it was stopped. Left half way, the loop lets the generator's `finally` blocks run. */
async function follow(
  generator: AnyGenerator,
  { transaction, control, nowMs, turn }: GeneratorRun,
  onYield: (yielded: unknown) => Promise<void>,
): Promise<boolean> {
  let lastTurnMs = nowMs();
  for await (const yielded of generator) {
    if (control.stopped) {
      // The page asked it to stop before this yield: what led to it does not count.
      transaction.undo();
      return true;
    }
    await onYield(yielded);
    if (nowMs() - lastTurnMs >= maxTurnMs) {
      await turn();
      lastTurnMs = nowMs();
    }
    if (control.stopped) return true;
  }
  return false;
}
