// The worker that shortens logs. It is the page's own code and trusted; no code of a person ever runs in it.

import { randomId } from "../base/random-id.ts";
import type { ContainerId } from "../protocol/operation.ts";
import { openStore } from "../storage/open-store.ts";
import { compactRoom } from "./compaction.ts";
import type { CompactionAnswer, CompactionRequest } from "./compactor.ts";

self.onmessage = ({ data }: MessageEvent<CompactionRequest>) => {
  void compact(data).then((answer) => self.postMessage(answer));
};

async function compact({ path, room }: CompactionRequest): Promise<CompactionAnswer> {
  let unreachable: readonly ContainerId[] = [];
  try {
    const { store, problem } = await openStore({ path });
    if (problem !== null) return { problem, unreachable };
    await compactRoom({ store, room, newId: randomId, onUnreachable: (ids) => (unreachable = ids) });
    return { problem: null, unreachable };
  } catch (error) {
    return { problem: String(error), unreachable };
  }
}
