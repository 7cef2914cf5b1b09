// The edits of an array's places. Each works in place at native speed and returns what undoes it.

import { type ArrayContainer, elementAt, HOLE } from "./container.ts";
import type { Change } from "./change.ts";
import { asPlainArray } from "./natives.ts";

/** How many arguments one native call is given at most; beyond some 100,000 engines overflow. */
const CHUNK = 10_000;

export function setElement(container: ArrayContainer, index: number, value: unknown): Change {
  const old = elementAt(container.raw, index);
  write(container.raw, index, value);
  return ["at", container, index, old];
}

export function splice(
  container: ArrayContainer,
  start: number,
  deleteCount: number,
  items: readonly unknown[],
): Change {
  const { raw } = container;
  const removed = elements(raw, start, start + deleteCount);
  if (start + deleteCount === raw.length) {
    raw.length = start;
    append(raw, items);
  } else {
    asPlainArray(raw, (array) => insert(array, start, deleteCount, items));
  }
  return ["splice", container, start, items.length, removed];
}

export function setLength(container: ArrayContainer, length: number): Change {
  const { raw } = container;
  const old = raw.length;
  if (length >= old) {
    raw.length = length;
    return ["length", container, old];
  }
  const removed = elements(raw, length, old);
  raw.length = length;
  return ["splice", container, length, 0, removed];
}

export function reorder(container: ArrayContainer, start: number, order: readonly number[]): Change {
  const { raw } = container;
  const old = elements(raw, start, start + order.length);
  const inverse: number[] = Array.from(order);
  order.forEach((from, to) => {
    write(raw, start + to, old[from]);
    inverse[from] = to;
  });
  return ["order", container, start, inverse];
}

/** What stands in the places from `start` to `end`. */
export function elements(array: readonly unknown[], start: number, end: number): unknown[] {
  const found: unknown[] = [];
  for (let i = start; i < end; i++) found.push(elementAt(array, i));
  return found;
}

/** Replaces everything. */
export function refill(array: unknown[], items: readonly unknown[]): void {
  array.length = 0;
  append(array, items);
}

function append(array: unknown[], items: readonly unknown[]): void {
  for (const item of items) {
    if (item === HOLE) array.length++;
    else array[array.length] = item;
  }
}

function insert(array: unknown[], start: number, deleteCount: number, items: readonly unknown[]): void {
  array.splice(start, deleteCount, ...items.slice(0, CHUNK));
  for (let i = CHUNK; i < items.length; i += CHUNK) array.splice(start + i, 0, ...items.slice(i, i + CHUNK));
  items.forEach((item, i) => {
    if (item === HOLE) delete array[start + i];
  });
}

function write(array: unknown[], index: number, value: unknown): void {
  if (value === HOLE) delete array[index];
  else array[index] = value;
}
