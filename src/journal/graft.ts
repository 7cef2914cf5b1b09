// Takes variables of a graph from another graph: what resetting them does.

import type { GraphData, Operation } from "../protocol/operation.ts";
import { mapIds, numberOperations } from "./number-operations.ts";
import { Replica } from "./replica.ts";
import { toOperations } from "./to-operations.ts";

/**
 * `data` with the variables `keys` as they are in `fresh`, with everything that they hold there. What is lacking in
 * `fresh` is lacking in the result.
 */
export function graftSlots(data: GraphData, fresh: GraphData, keys: readonly string[]): GraphData {
  const replica = Replica.from(data);
  replica.apply(keys.filter((key) => replica.slots().has(key)).map((key): Operation => ["unslot", key]));
  const only = Replica.from({ ...fresh, slots: fresh.slots.filter(([name]) => keys.includes(name)) }).toData();
  // As if a worker had just made them, in their order, which `first` and `count` of the variables rely on.
  const containers = only.containers.toSorted(([a], [b]) => a - b);
  const made = toOperations({ ...only, containers }).map((operation) => mapIds(operation, (id) => -id));
  replica.apply(numberOperations(made, replica.nextId, new Map()));
  return replica.toData();
}
