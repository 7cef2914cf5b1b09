// What Stop does to a call that runs: asks it to end, and ends its worker if it does not.

import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { Pulse, PulseClock } from "./pulse.ts";

/** How long a call may take to end by itself after Stop, before its worker is replaced. */
const graceMs = 100;
/**
 * A generator has it from when its worker has heard of Stop, which on a busy machine may take a while; but no longer than
 * this. What is rendered, and pressed meanwhile, is gone with the worker.
 */
const mostMs = 400;

export interface RunToStop {
  readonly id: string;
  readonly worker: Pick<SandboxWorker, "stop" | "ping">;
  readonly pulse: Pick<Pulse, "isLooping">;
  readonly generator: boolean;
  /** Ends its worker, unless the call has ended. */
  end(): void;
}

export function stopRun({ id, worker, pulse, generator, end }: RunToStop, clock: Pick<PulseClock, "after">): void {
  // Of what ended in time while the page was busy it hears in its next turn.
  const endAfter = (ms: number): void => void clock.after(ms, () => clock.after(0, end));
  worker.stop(id);
  if (generator) {
    // It may be busy on its way to the yield at which it ends.
    void worker.ping().then(() => endAfter(graceMs));
    endAfter(mostMs);
  } else {
    endAfter(graceMs);
    void pulse.isLooping().then((looping) => looping && end());
  }
}
