// What Stop does to a call that runs: asks it to end, and ends its worker if it does not.

import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { Pulse, PulseClock } from "./pulse.ts";

/** How long a call may take to end by itself after Stop, before its worker is replaced. */
const graceMs = 100;

export interface RunToStop {
  readonly id: string;
  readonly worker: Pick<SandboxWorker, "stop">;
  readonly pulse: Pick<Pulse, "isLooping">;
  readonly generator: boolean;
  /** Ends its worker, unless the call has ended. */
  end(): void;
}

export function stopRun({ id, worker, pulse, generator, end }: RunToStop, clock: Pick<PulseClock, "after">): void {
  worker.stop(id);
  // Of what ended in time while the page was busy it hears in its next turn.
  clock.after(graceMs, () => clock.after(0, end));
  // A generator may be busy on its way to the yield at which it ends.
  if (!generator) void pulse.isLooping().then((looping) => looping && end());
}
