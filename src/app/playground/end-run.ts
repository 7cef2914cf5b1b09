// Stops a run wherever it is: one that waits is let go, one that runs is asked to end, and ended with its worker if it does
// not answer.

import type { CallStatus } from "../model.ts";
import { isGenerator } from "./event-facts.ts";
import { realClock } from "./pulse.ts";
import type { Run } from "./run.ts";
import { stopRun } from "./stop-run.ts";

export function endRun(
  run: Run,
  host: {
    say(run: Run, status: CallStatus): void;
    isUnderWay(run: Run): boolean;
    /** Its worker is about to be ended. */
    onWorkerEnds(run: Run): void;
  },
): void {
  if (run.phase === "answered") return;
  const { pulse, id, event, loaded } = run;
  if (run.phase === "queued" || !loaded || !pulse) return run.abort.abort();
  const before = run.status;
  if (before) {
    run.status = { kind: "stopping", fn: before.fn, sinceMs: before.sinceMs };
    host.say(run, run.status);
  }
  const { worker } = loaded.link;
  const end = (): void => {
    if (!host.isUnderWay(run) || hasAnswered(run) || loaded.link.over) return;
    host.onWorkerEnds(run);
    worker.end("ended");
  };
  stopRun({ id, worker, pulse, generator: isGenerator(event), end }, realClock);
}

function hasAnswered({ phase }: Run): boolean {
  return phase === "answered";
}
