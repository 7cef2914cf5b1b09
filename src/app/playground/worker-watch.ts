// What happens to a user's worker between its calls: it may die, and another tab may take away what its module was loaded on.

import type { EndReason } from "../../sandbox/sandbox-worker.ts";
import type { Loaded } from "./user-worker.ts";

export function watchWorker(
  { room, link, slots }: Loaded,
  on: {
    died(reason: EndReason): void;
    /** The room no longer has a variable of the module. */
    robbed(): void;
  },
): void {
  const unsubscribe = room.subscribe(({ entry }) => {
    if (entry && !entry.ops.some(([kind]) => kind === "unslot")) return;
    const known = room.replica.slots();
    if (!slots.every((key) => known.has(key))) on.robbed();
  });
  void link.worker.ended.then((reason) => {
    unsubscribe();
    if (reason !== "ended") on.died(reason);
  });
}
