// Other ids for the containers that operations name: final ones for those that a worker made.

import type { ContainerId, Content, Encoded, Operation } from "../protocol/operation.ts";
import { mapContents } from "./contents.ts";
import { valid } from "./invalid-operation.ts";

/**
 * Negative ids become `nextId`, `nextId` + 1, … in order of their `new`. `known` holds those that the worker's earlier
 * steps were given, and is added to.
 */
export function numberOperations(
  operations: readonly Operation[],
  nextId: ContainerId,
  known: Map<ContainerId, ContainerId>,
): Operation[] {
  let next = nextId;
  for (const operation of operations) {
    if (operation[0] !== "new") continue;
    valid(operation[1] < 0, "a worker may not choose the id of a container");
    valid(!known.has(operation[1]), `there are two containers ${operation[1]}`);
    known.set(operation[1], next++);
  }
  const number = (id: ContainerId): ContainerId => {
    if (id >= 0) return id;
    const final = known.get(id);
    valid(final !== undefined, `there is no container ${id}`);
    return final;
  };
  for (const operation of operations) {
    if (operation[0] !== "slot") continue;
    const { first, count } = operation[2];
    const made = count === 0 ? first === 0 : first < 0 && number(first) + count <= next;
    valid(made, "a variable claims containers that were not made for it");
  }
  return operations.map((operation) => mapIds(operation, number));
}

/** The operation with every id turned into another. */
export function mapIds(operation: Operation, number: (id: ContainerId) => ContainerId): Operation {
  const place = (value: Encoded): Encoded =>
    typeof value === "object" && value?.[0] === "ref" ? ["ref", number(value[1])] : value;
  const content = (of: Content): Content => mapContents(of, place, place) as Content;
  switch (operation[0]) {
    case "new":
    case "fill":
      return [operation[0], number(operation[1]), content(operation[2])];
    case "write":
      return ["write", number(operation[1]), operation[2], operation[3]];
    case "put":
      return operation[4] === undefined
        ? ["put", number(operation[1]), operation[2], place(operation[3])]
        : ["put", number(operation[1]), operation[2], place(operation[3]), operation[4]];
    case "drop":
      return ["drop", number(operation[1]), operation[2]];
    case "at":
      return ["at", number(operation[1]), operation[2], place(operation[3])];
    case "splice":
      return ["splice", number(operation[1]), operation[2], operation[3], operation[4].map(place)];
    case "length":
      return ["length", number(operation[1]), operation[2]];
    case "order":
      return ["order", number(operation[1]), operation[2], operation[3]];
    case "map-put":
      return operation[4]
        ? ["map-put", number(operation[1]), place(operation[2]), place(operation[3]), [place(operation[4][0])]]
        : ["map-put", number(operation[1]), place(operation[2]), place(operation[3])];
    case "map-drop":
    case "set-drop":
      return [operation[0], number(operation[1]), place(operation[2])];
    case "set-add":
      return operation[3]
        ? ["set-add", number(operation[1]), place(operation[2]), [place(operation[3][0])]]
        : ["set-add", number(operation[1]), place(operation[2])];
    case "slot":
      return ["slot", operation[1], { ...operation[2], first: number(operation[2].first) }, place(operation[3])];
    case "unslot":
    case "made":
      return operation;
    case "bind":
      return ["bind", operation[1], place(operation[2])];
    case "forget":
      return ["forget", operation[1].map(number)];
  }
}
