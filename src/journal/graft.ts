// Takes one variable of a graph from another graph: what resetting a single variable does.

import type { GraphData } from "../protocol/operation.ts";
import { mapIds, numberOperations } from "./number-operations.ts";
import { Replica } from "./replica.ts";
import { toOperations } from "./to-operations.ts";

/**
 * `data` with the variable `key` as it is in `fresh`, with everything that it holds there. Where it is lacking in
 * `fresh`, it is lacking in the result.
 */
export function graftSlot(data: GraphData, fresh: GraphData, key: string): GraphData {
  const replica = Replica.from(data);
  if (replica.slots().has(key)) replica.apply([["unslot", key]]);
  const only = Replica.from({ ...fresh, slots: fresh.slots.filter(([name]) => name === key) }).toData();
  // As if a worker had just made them, in their order, which `first` and `count` of the variable rely on.
  const containers = only.containers.toSorted(([a], [b]) => a - b);
  const made = toOperations({ ...only, containers }).map((operation) => mapIds(operation, (id) => -id));
  replica.apply(numberOperations(made, replica.nextId, new Map()));
  return replica.toData();
}
