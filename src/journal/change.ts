// One change of a container or a variable, as it happens: like an Operation, but naming the target itself and holding
// what stands in places. Changes are applied, undone and listed the same way on both sides.

import { assertNever } from "../base/assert.ts";
import type { SlotInfo } from "../protocol/operation.ts";
import { reorder, setElement, setLength, splice } from "./array-edits.ts";
import { copyBytes } from "./bytes.ts";
import { writeRange } from "./bytes-edits.ts";
import { addMember, dropEntry, dropMember, putEntry } from "./collection-edits.ts";
import {
  type ArrayContainer,
  type Container,
  ContainerOf,
  type MapContainer,
  type ObjectContainer,
  type SetContainer,
} from "./container.ts";
import { type Contents, mapContents, readContents, settleOrder, writeContents } from "./contents.ts";
import type { Boxed } from "./key-order.ts";
import { drop, put } from "./object-edits.ts";
import { addSlot, bindSlot, removeSlot, setMade, type Slots } from "./slots.ts";

export type Change =
  | readonly ["fill", Container, Contents]
  | readonly ["write", ContainerOf<"bytes">, start: number, Uint8Array]
  | readonly ["put", ObjectContainer, key: string, value: unknown, before?: string]
  | readonly ["drop", ObjectContainer, key: string]
  | readonly ["at", ArrayContainer, index: number, value: unknown]
  | readonly ["splice", ArrayContainer, start: number, deleteCount: number, items: readonly unknown[]]
  | readonly ["length", ArrayContainer, number]
  | readonly ["order", ArrayContainer, start: number, order: readonly number[]]
  | readonly ["map-put", MapContainer, key: unknown, value: unknown, before?: Boxed]
  | readonly ["map-drop", MapContainer, key: unknown]
  | readonly ["set-add", SetContainer, member: unknown, before?: Boxed]
  | readonly ["set-drop", SetContainer, member: unknown]
  | readonly ["slot", Slots, key: string, SlotInfo, value: unknown]
  | readonly ["unslot", Slots, key: string]
  | readonly ["bind", Slots, key: string, value: unknown]
  | readonly ["made", Slots, key: string, string | null];

/** Makes changes, in order. */
export function applyChanges(changes: readonly Change[]): void {
  for (const change of changes) applyChange(change);
  settleOrders(changes);
}

/** After changes that were made one by one. */
export function settleOrders(changes: readonly Change[]): void {
  for (const [, target] of changes) if (target instanceof ContainerOf) settleOrder(target as Container);
}

/**
 * Makes the change and returns the one that undoes it. The cost follows the change, not the container. A key that it puts
 * in front of others has its place only once the order is settled.
 */
export function applyChange(change: Change): Change {
  switch (change[0]) {
    case "fill": {
      const old: Contents = change[1].saved ? ["bytes", copyBytes(change[1].saved)] : readContents(change[1]);
      writeContents(change[1], change[2]);
      return ["fill", change[1], old];
    }
    case "write":
      return writeRange(change[1], change[2], change[3]);
    case "put":
      return put(change[1], change[2], change[3], change[4]);
    case "drop":
      return drop(change[1], change[2]);
    case "at":
      return setElement(change[1], change[2], change[3]);
    case "splice":
      return splice(change[1], change[2], change[3], change[4]);
    case "length":
      return setLength(change[1], change[2]);
    case "order":
      return reorder(change[1], change[2], change[3]);
    case "map-put":
      return putEntry(change[1], change[2], change[3], change[4]);
    case "map-drop":
      return dropEntry(change[1], change[2]);
    case "set-add":
      return addMember(change[1], change[2], change[3]);
    case "set-drop":
      return dropMember(change[1], change[2]);
    case "slot":
      return addSlot(change[1], change[2], change[3], change[4]);
    case "unslot":
      return removeSlot(change[1], change[2]);
    case "bind":
      return bindSlot(change[1], change[2], change[3]);
    case "made":
      return setMade(change[1], change[2], change[3]);
    default:
      return assertNever(change);
  }
}

/**
 * Visits what a change puts into places. What it takes out is what its inverse puts in, so the two together say how the
 * number of holders of each container changes.
 */
export function eachPut(change: Change, visit: (value: unknown) => void): void {
  switch (change[0]) {
    case "fill":
      mapContents(change[2], visit, visit);
      return;
    case "put":
    case "at":
    case "bind":
      visit(change[3]);
      return;
    case "slot":
      visit(change[4]);
      return;
    case "splice":
      change[4].forEach(visit);
      return;
    case "map-put":
      visit(change[2]);
      visit(change[3]);
      return;
    case "set-add":
      visit(change[2]);
      return;
    case "write":
    case "drop":
    case "length":
    case "order":
    case "map-drop":
    case "set-drop":
    case "unslot":
    case "made":
      return;
    default:
      assertNever(change);
  }
}
