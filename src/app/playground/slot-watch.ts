// Which variables of a graph a change has touched, without looking at what there is: the containers that a variable leads to
// are gathered once, and what a change adds is added. What it took away still counts, which at most says too much.

import type { ContainerId, Encoded, Operation } from "../../protocol/operation.ts";
import { type Container, eachHeld } from "../../journal/container.ts";

export interface WatchedGraph {
  slots(): ReadonlyMap<string, { readonly value: Encoded }>;
  look(value: Encoded): unknown;
  has(id: ContainerId): boolean;
}

export interface SlotWatch {
  /** Keys of those of the watched variables that these operations, which the graph has taken in, have touched. */
  touched(operations: readonly Operation[]): ReadonlySet<string>;
}

export function watchSlots(graph: WatchedGraph, keys: Iterable<string>): SlotWatch {
  const reached = new Map<string, Set<ContainerId>>();
  const slots = graph.slots();
  for (const key of keys) {
    const ids = new Set<ContainerId>();
    reached.set(key, ids);
    const slot = slots.get(key);
    if (slot) gather(graph.look(slot.value), ids);
  }

  return {
    touched(operations) {
      const touched = new Set<string>();
      for (const operation of operations) {
        for (const [key, ids] of reached) {
          if (!isIn(operation, key, ids)) continue;
          touched.add(key);
          const now = graph.slots().get(key);
          // A variable that was assigned leads to other containers.
          if (operation[1] === key && now) gather(graph.look(now.value), ids);
          else for (const value of valuesOf(operation)) if (isThere(value, graph)) gather(graph.look(value), ids);
        }
      }
      return touched;
    },
  };
}

function isIn(operation: Operation, key: string, ids: ReadonlySet<ContainerId>): boolean {
  switch (operation[0]) {
    case "new":
    case "made":
    case "forget":
      return false;
    case "slot":
    case "unslot":
    case "bind":
      return operation[1] === key;
    default:
      return ids.has(operation[1]);
  }
}

/** What the same change has let go again is not. */
function isThere(value: Encoded, graph: WatchedGraph): boolean {
  return typeof value !== "object" || value === null || value[0] !== "ref" || graph.has(value[1]);
}

/** What an operation puts into a container. */
function valuesOf(operation: Operation): readonly Encoded[] {
  switch (operation[0]) {
    case "put":
    case "at":
      return [operation[3]];
    case "splice":
      return operation[4];
    case "map-put":
      return [operation[2], operation[3]];
    case "set-add":
      return [operation[2]];
    case "fill":
      return contentValues(operation[2]);
    default:
      return [];
  }
}

function contentValues(content: Extract<Operation, readonly ["fill", ...unknown[]]>[2]): readonly Encoded[] {
  switch (content[0]) {
    case "object":
    case "dict":
      return content[1].map(([, value]) => value);
    case "array":
    case "set":
      return content[1];
    case "map":
      return content[1].flat();
    default:
      return [];
  }
}

function gather(value: unknown, ids: Set<ContainerId>): void {
  const open: unknown[] = [value];
  for (const each of open) {
    if (typeof each !== "object" || each === null || !("id" in each)) continue;
    const container = each as Container;
    if (ids.has(container.id)) continue;
    ids.add(container.id);
    eachHeld(container, (held) => void open.push(held));
  }
}
