// Which variables are no more as their initialisers made them. A variable is written with its binding or with one of the
// containers that its initialiser made: whatever else it leads to belongs to another, or was put into one of those.

import type { ContainerId, Operation } from "../protocol/operation.ts";
import type { Slots } from "./slots.ts";

/** `operations`, and after them what they do to the variables that nothing had written before. */
export function withTouched(slots: Slots, operations: readonly Operation[]): readonly Operation[] {
  const untouched = new Map([...slots].filter(([, { info }]) => info.made !== undefined));
  const marks: Operation[] = [];
  for (const operation of operations) {
    if (untouched.size === 0) break;
    for (const [key, { info }] of untouched) {
      if (!touches(operation, key, info.first, info.count)) continue;
      untouched.delete(key);
      marks.push(["made", key, null]);
    }
  }
  if (marks.length === 0) return operations;
  // What forgets comes last.
  const end = operations.at(-1)?.[0] === "forget" ? -1 : operations.length;
  return [...operations.slice(0, end), ...marks, ...operations.slice(end)];
}

function touches(operation: Operation, key: string, first: ContainerId, count: number): boolean {
  switch (operation[0]) {
    case "new":
    case "slot":
    case "unslot":
    case "made":
    case "forget":
      return false;
    case "bind":
      return operation[1] === key;
    default:
      return operation[1] >= first && operation[1] < first + count;
  }
}
