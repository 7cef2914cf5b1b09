// Between changes, which name containers themselves, and operations, which name them by id. Reading checks everything
// that depends on the graph: that ids, keys and indexes exist and that kinds fit. What depends on the operation alone
// (its shape) has been checked by parseOperations.

import { assertNever } from "../base/assert.ts";
import type { ContainerId, ContainerKind, Content, Encoded, Hole, Operation } from "../protocol/operation.ts";
import { isSameShape, sizeOf } from "./bytes.ts";
import type { Boxed } from "./key-order.ts";
import type { Change } from "./change.ts";
import { type Container, type ContainerOf, HOLE } from "./container.ts";
import { type Contents, mapContents } from "./contents.ts";
import type { Graph } from "./graph.ts";
import { valid } from "./invalid-operation.ts";
import { maxLength } from "./limits.ts";
import { nativeMap, nativeSet } from "./natives.ts";
import { isArrayIndex } from "./property-order.ts";

/** One for all: a sparse array has millions of them. */
export const encodedHole: Hole = ["hole"];

export type Encode = (value: unknown) => Encoded;

export function encodeContents(contents: Contents, encode: Encode): Content {
  return mapContents(contents, encode, encode) as Content;
}

/** A change as an operation. */
export function encodeChange(change: Change, encode: Encode): Operation {
  switch (change[0]) {
    case "fill":
      return ["fill", change[1].id, encodeContents(change[2], encode)];
    case "write":
      return ["write", change[1].id, change[2], change[3]];
    case "put":
      return change[4] === undefined
        ? ["put", change[1].id, change[2], encode(change[3])]
        : ["put", change[1].id, change[2], encode(change[3]), change[4]];
    case "drop":
      return ["drop", change[1].id, change[2]];
    case "at":
      return ["at", change[1].id, change[2], encode(change[3])];
    case "splice":
      return ["splice", change[1].id, change[2], change[3], change[4].map(encode)];
    case "length":
      return ["length", change[1].id, change[2]];
    case "order":
      return ["order", change[1].id, change[2], change[3]];
    case "map-put":
      return change[4]
        ? ["map-put", change[1].id, encode(change[2]), encode(change[3]), [encode(change[4][0])]]
        : ["map-put", change[1].id, encode(change[2]), encode(change[3])];
    case "map-drop":
      return ["map-drop", change[1].id, encode(change[2])];
    case "set-add":
      return change[3]
        ? ["set-add", change[1].id, encode(change[2]), [encode(change[3][0])]]
        : ["set-add", change[1].id, encode(change[2])];
    case "set-drop":
      return ["set-drop", change[1].id, encode(change[2])];
    case "slot":
      return ["slot", change[2], change[3], encode(change[4])];
    case "unslot":
      return ["unslot", change[2]];
    case "bind":
      return ["bind", change[2], encode(change[3])];
    case "made":
      return ["made", change[2], change[3]];
    default:
      return assertNever(change);
  }
}

export function decodeContents(graph: Graph, content: Content): Contents {
  return mapContents<Encoded, unknown>(
    content,
    (value) => decodePlace(graph, value),
    (value) => decodeKey(graph, value),
  );
}

export function decodePlace(graph: Graph, value: Encoded): unknown {
  if (typeof value !== "object" || value === null) return value;
  return value[0] === "hole" ? HOLE : existing(graph, value[1]).place;
}

/** An operation on the graph as it is now. */
export function decodeOperation(graph: Graph, operation: Operation): Change {
  switch (operation[0]) {
    case "new":
    case "forget":
      valid(false, "a new container comes after other operations, or a forgotten one before");
      break;
    case "fill": {
      const container = existing(graph, operation[1]);
      valid(container.kind === operation[2][0] && container.kind !== "atom", "the content is of another kind");
      valid(!isMisfit(container, operation[2]), "the bytes are of another kind or size");
      return ["fill", container, decodeContents(graph, operation[2])];
    }
    case "write": {
      const [, id, start, bytes] = operation;
      const container = ofKind(graph, id, "bytes");
      valid(start + bytes.length <= sizeOf(container.raw), "the range is not inside the bytes");
      return ["write", container, start, bytes];
    }
    case "put":
      return decodePut(graph, operation);
    case "drop": {
      const container = objectOf(graph, operation[1]);
      valid(Object.hasOwn(container.raw, operation[2]), "there is no such key");
      return ["drop", container, operation[2]];
    }
    case "at": {
      const container = ofKind(graph, operation[1], "array");
      valid(operation[2] < container.raw.length, "the index is out of range");
      return ["at", container, operation[2], decodePlace(graph, operation[3])];
    }
    case "splice": {
      const [, id, start, deleteCount, items] = operation;
      const container = ofKind(graph, id, "array");
      const { length } = container.raw;
      valid(start + deleteCount <= length, "the range is not inside the array");
      valid(length - deleteCount + items.length <= maxLength, "the array would be too long");
      return ["splice", container, start, deleteCount, items.map((item) => decodePlace(graph, item))];
    }
    case "length": {
      const container = ofKind(graph, operation[1], "array");
      valid(operation[2] <= maxLength, "the array would be too long");
      return ["length", container, operation[2]];
    }
    case "order": {
      const [, id, start, order] = operation;
      const container = ofKind(graph, id, "array");
      valid(start + order.length <= container.raw.length, "the range is not inside the array");
      valid(isPermutation(order), "the order is no permutation");
      return ["order", container, start, order];
    }
    case "map-put": {
      const container = ofKind(graph, operation[1], "map");
      const key = decodeKey(graph, operation[2]);
      const value = decodePlace(graph, operation[3]);
      const before = decodeBefore(graph, operation[4], key, (other) => nativeMap.has(container.raw, other));
      return before ? ["map-put", container, key, value, before] : ["map-put", container, key, value];
    }
    case "map-drop": {
      const container = ofKind(graph, operation[1], "map");
      const key = decodeKey(graph, operation[2]);
      valid(nativeMap.has(container.raw, key), "there is no such key");
      return ["map-drop", container, key];
    }
    case "set-add": {
      const container = ofKind(graph, operation[1], "set");
      const member = decodeKey(graph, operation[2]);
      valid(!nativeSet.has(container.raw, member), "the member is there already");
      const before = decodeBefore(graph, operation[3], member, (other) => nativeSet.has(container.raw, other));
      return before ? ["set-add", container, member, before] : ["set-add", container, member];
    }
    case "set-drop": {
      const container = ofKind(graph, operation[1], "set");
      const member = decodeKey(graph, operation[2]);
      valid(nativeSet.has(container.raw, member), "there is no such member");
      return ["set-drop", container, member];
    }
    case "slot": {
      const [, key, info, value] = operation;
      valid(!graph.slots.has(key), "the variable is there already");
      return ["slot", graph.slots, key, info, decodePlace(graph, value)];
    }
    case "unslot":
      valid(graph.slots.has(operation[1]), "there is no such variable");
      return ["unslot", graph.slots, operation[1]];
    case "bind":
      valid(graph.slots.has(operation[1]), "there is no such variable");
      return ["bind", graph.slots, operation[1], decodePlace(graph, operation[2])];
    case "made":
      valid(graph.slots.has(operation[1]), "there is no such variable");
      return ["made", graph.slots, operation[1], operation[2]];
    default:
      return assertNever(operation);
  }
}

function decodePut(graph: Graph, operation: Extract<Operation, readonly ["put", ...unknown[]]>): Change {
  const [, id, key, encoded, before] = operation;
  const container = objectOf(graph, id);
  const value = decodePlace(graph, encoded);
  if (before === undefined) return ["put", container, key, value];
  valid(!Object.hasOwn(container.raw, key), "a key that is there already has its place");
  valid(Object.hasOwn(container.raw, before), "there is no key to stand before");
  valid(!isArrayIndex(key) && !isArrayIndex(before), "a number has its place among the keys");
  return ["put", container, key, value, before];
}

function decodeBefore(
  graph: Graph,
  before: readonly [Encoded] | undefined,
  key: unknown,
  has: (key: unknown) => boolean,
): Boxed | undefined {
  if (!before) return undefined;
  const other = decodeKey(graph, before[0]);
  valid(!has(key), "a key that is there already has its place");
  valid(has(other), "there is no key to stand before");
  return [other];
}

function decodeKey(graph: Graph, value: Encoded): unknown {
  if (typeof value === "object" && value?.[0] === "ref") return existing(graph, value[1]).key;
  // As Maps do: -0 is 0.
  return value === 0 ? 0 : decodePlace(graph, value);
}

function existing(graph: Graph, id: ContainerId): Container {
  const container = graph.containers.get(id);
  valid(container, `there is no container ${id}`);
  return container;
}

function ofKind<K extends ContainerKind>(graph: Graph, id: ContainerId, kind: K): ContainerOf<K> {
  const container = existing(graph, id);
  valid(container.kind === kind, `container ${id} is of another kind`);
  return container as ContainerOf<K>;
}

function objectOf(graph: Graph, id: ContainerId): ContainerOf<"object"> | ContainerOf<"dict"> {
  const container = existing(graph, id);
  valid(container.kind === "object" || container.kind === "dict", `container ${id} is of another kind`);
  return container;
}

function isMisfit(container: Container, content: Content): boolean {
  return container.kind === "bytes" && content[0] === "bytes" && !isSameShape(container.raw, content[1]);
}

function isPermutation(order: readonly number[]): boolean {
  const seen = new Uint8Array(order.length);
  for (const from of order) {
    if (seen[from] !== 0) return false;
    seen[from] = 1;
  }
  return true;
}
