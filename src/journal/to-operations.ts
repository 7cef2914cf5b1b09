// A whole graph as the operations that make it.

import type { GraphData, Operation } from "../protocol/operation.ts";

/** Operations that lay `data` over an empty graph (a new epoch, a fork). Ids stay as they are. */
export function toOperations(data: GraphData): Operation[] {
  return [
    ...data.containers.map(([id, content]): Operation => ["new", id, content]),
    ...data.slots.map(([key, info, value]): Operation => ["slot", key, info, value]),
  ];
}
