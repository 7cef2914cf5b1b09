// Shortens logs in a worker of the page's own, one for each time: reading and encoding a whole room takes as long as
// there is state, and the page must not be kept from drawing for it.

import type { ContainerId } from "../protocol/operation.ts";
import { minLogBytes } from "./compaction.ts";
import type { Compactor } from "./compaction-schedule.ts";

/** What the worker is asked. */
export interface CompactionRequest {
  /** Where the app is served, as for openStore. */
  readonly path: string;
  readonly room: string;
}

/** `problem` is null when it is done. */
export interface CompactionAnswer {
  readonly problem: string | null;
  readonly unreachable: readonly ContainerId[];
}

/** A worker that has not answered by then does not. */
const timeoutMs = 120_000;

export function createCompactor(path: string): Compactor {
  return {
    minLogBytes,
    async compact(room) {
      const worker = new Worker(new URL("./compaction-worker.ts", import.meta.url), { type: "module" });
      let timer: ReturnType<typeof setTimeout> | undefined;
      try {
        return await new Promise<readonly ContainerId[]>((resolve, reject) => {
          timer = setTimeout(() => reject(new Error("The worker does not answer.")), timeoutMs);
          worker.onerror = () => reject(new Error("The worker did not start or broke."));
          worker.onmessage = ({ data }: MessageEvent<CompactionAnswer>) =>
            data.problem === null ? resolve(data.unreachable) : reject(new Error(data.problem));
          worker.postMessage({ path, room } satisfies CompactionRequest);
        });
      } finally {
        clearTimeout(timer);
        worker.terminate();
      }
    },
  };
}
