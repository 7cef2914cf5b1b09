// The methods of a shared array that change it: each records one change of the size of what it did.

import { elements, refill } from "./array-edits.ts";
import type { ArrayMethod, ArrayTarget } from "./array-prototype.ts";
import { elementAt, HOLE } from "./container.ts";
import { maxLength } from "./limits.ts";

export const arrayWriters = {
  push(target, items) {
    replace(target, target.raw.length, 0, items);
    return target.raw.length;
  },

  pop(target) {
    const { raw } = target;
    const last = raw[raw.length - 1];
    replace(target, Math.max(0, raw.length - 1), Math.min(1, raw.length), []);
    return last;
  },

  shift(target) {
    const first = target.raw[0];
    replace(target, 0, Math.min(1, target.raw.length), []);
    return first;
  },

  unshift(target, items) {
    replace(target, 0, 0, items);
    return target.raw.length;
  },

  splice(target, args) {
    const { length } = target.raw;
    const start = position(args[0], length, 0);
    const rest = length - start;
    const count = args.length < 2 ? (args.length === 0 ? 0 : rest) : Math.min(Math.max(integer(args[1]), 0), rest);
    const removed: unknown[] = [];
    refill(removed, elements(target.raw, start, start + count));
    replace(target, start, count, args.slice(2));
    return removed;
  },

  reverse(target) {
    const { length } = target.raw;
    reorder(
      target,
      Array.from({ length }, (_, i) => length - 1 - i),
    );
    return target.handle;
  },

  sort(target, [compare]) {
    const { owner, container, raw, handle } = target;
    owner.assertWritable(container);
    const before = elements(raw, 0, raw.length);
    const order = sortedOrder(before, compare);
    if (raw.length === before.length && before.every((value, i) => Object.is(elementAt(raw, i), value))) {
      reorder(target, order);
    } else {
      // The comparison changed the array. The language leaves open what happens then; engines write the result back.
      const sorted = order.map((from) => before[from]);
      owner.change(["splice", container, 0, Math.min(raw.length, sorted.length), sorted]);
    }
    return handle;
  },

  fill(target, [value, from, to]) {
    const { length } = target.raw;
    const start = position(from, length, 0);
    const count = Math.max(0, position(to, length, length) - start);
    replace(
      target,
      start,
      count,
      Array.from({ length: count }, () => value),
    );
    return target.handle;
  },

  copyWithin(target, args) {
    const { raw } = target;
    const to = position(args[0], raw.length, 0);
    const start = position(args[1], raw.length, 0);
    const count = Math.min(position(args[2], raw.length, raw.length) - start, raw.length - to);
    if (count > 0) replace(target, to, count, elements(raw, start, start + count));
    return target.handle;
  },
} satisfies Record<string, ArrayMethod>;

function replace(
  { owner, container, raw }: ArrayTarget,
  start: number,
  count: number,
  items: readonly unknown[],
): void {
  owner.assertWritable(container);
  if (count === 0 && items.length === 0) return;
  if (raw.length - count + items.length > maxLength) {
    throw new RangeError(`${owner.describe(container)} would get too long for shared data.`);
  }
  owner.change(["splice", container, start, count, items.map((item) => owner.intern(item))]);
}

/** Records only the part that is in another order now. */
function reorder({ owner, container }: ArrayTarget, order: readonly number[]): void {
  owner.assertWritable(container);
  const start = order.findIndex((from, to) => from !== to);
  if (start < 0) return;
  const end = order.findLastIndex((from, to) => from !== to) + 1;
  owner.change(["order", container, start, order.slice(start, end).map((from) => from - start)]);
}

/** As the language sorts: what the comparison never sees comes last, first undefined, then holes. */
function sortedOrder(values: readonly unknown[], compare: unknown): number[] {
  if (compare !== undefined && typeof compare !== "function") {
    throw new TypeError("The comparison function must be either a function or undefined");
  }
  const indexes = values.map((_, i) => i);
  const compared = indexes.filter((i) => values[i] !== undefined && values[i] !== HOLE);
  if (typeof compare === "function") {
    compared.sort((a, b) => Reflect.apply(compare, undefined, [values[a], values[b]]) as number);
  } else {
    const texts = values.map((value) => (value === HOLE ? "" : String(value)));
    compared.sort((a, b) => compareTexts(texts[a] ?? "", texts[b] ?? ""));
  }
  const undefineds = indexes.filter((i) => values[i] === undefined);
  return [...compared, ...undefineds, ...indexes.filter((i) => values[i] === HOLE)];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function integer(value: unknown): number {
  const number = Math.trunc(Number(value));
  return Number.isNaN(number) ? 0 : number;
}

/** An index as the methods of arrays take it: negative ones count from the end. */
function position(value: unknown, length: number, otherwise: number): number {
  if (value === undefined) return otherwise;
  const index = integer(value);
  return index < 0 ? Math.max(0, length + index) : Math.min(index, length);
}
