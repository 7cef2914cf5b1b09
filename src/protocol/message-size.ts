// How large a message between threads is, and how large it may be. Measuring copies nothing, invokes nothing, and stops as
// soon as there is too much; aliases count as often as they stand there, so a cycle ends at the limit of depth.

export interface SizeLimits {
  /** Characters of texts and bytes of buffers, together. */
  readonly bytes: number;
  /** What it takes to make the values: 1 for a primitive, `containerEffort` for an object, a list, a Map or a Set. */
  readonly effort: number;
  readonly depth: number;
}

/** What there is too much of. */
export type Excess = "bytes" | "values" | "depth";

export interface MessageSize {
  /** As far as was counted. */
  readonly bytes: number;
  readonly excess: Excess | null;
}

/** structuredClone takes as long for an empty list as for some twenty numbers in one. */
const containerEffort = 16;

/** Deeper than any value that the worker takes for an output, with room for what a message wraps around it. */
const depth = 600;

/**
 * For any message. Honest ones come near it only with a module whose variables hold that much when it loads: the page
 * stores those in one go, so above this its memory would not suffice. The journal takes 20 million places.
 */
export const messageLimits: SizeLimits = { bytes: 512_000_000, effort: 20_000_000 * containerEffort, depth };

/**
 * For the outputs of one step: texts and bytes that the page takes in within half a second, and as many values as it
 * makes in about one (20 million numbers, or a million small objects).
 */
export const outputLimits: SizeLimits = { bytes: 256_000_000, effort: 20_000_000, depth };

/** A yield may go out while no more than this is on its way; it may itself be larger. */
export const maxBytesOnTheirWay = 64_000_000;
/** Enough for the page to never wait for the worker, and little enough to keep its memory flat. */
export const maxYieldsOnTheirWay = 64;

/** Far more digits than anybody reads, and few enough to write them out in no time: that takes longer than linear. */
const maxBigint = 2n ** 1_000_000n;
/** V8 would negate it for every value that is measured, bigint or not. */
const minBigint = -maxBigint;

export function measureMessage(value: unknown, limits: SizeLimits): MessageSize {
  const count: Count = { limits, bytes: 0, effort: 0, excess: null };
  add(value, 0, count);
  return { bytes: count.bytes, excess: count.excess };
}

interface Count {
  readonly limits: SizeLimits;
  bytes: number;
  effort: number;
  excess: Excess | null;
}

/** Whether there is still room. */
function add(value: unknown, level: number, count: Count): boolean {
  count.effort += 1;
  if (typeof value === "string") count.bytes += value.length;
  else if (typeof value === "bigint") {
    if (value > maxBigint || value < minBigint) return refuse(count, "bytes");
  } else if (typeof value === "object" && value !== null) return addObject(value, level, count);
  return fits(count);
}

function addObject(value: object, level: number, count: Count): boolean {
  if (level >= count.limits.depth) return refuse(count, "depth");
  count.effort += containerEffort;
  if (Array.isArray(value)) return addArray(value, level, count);
  if (value instanceof Map) {
    for (const [key, held] of value) if (!add(key, level + 1, count) || !add(held, level + 1, count)) return false;
  } else if (value instanceof Set) {
    for (const member of value) if (!add(member, level + 1, count)) return false;
  } else if (isPlain(value)) return addRecord(value, level, count);
  else count.bytes += byteLength(value);
  return fits(count);
}

function addArray(values: readonly unknown[], level: number, count: Count): boolean {
  // At once, since holes are cheap to send and as dear to walk as values.
  count.effort += values.length;
  if (!fits(count)) return false;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (typeof value !== "number" && !add(value, level + 1, count)) return false;
  }
  return true;
}

function addRecord(value: Readonly<Record<string, unknown>>, level: number, count: Count): boolean {
  for (const key of Object.keys(value)) {
    count.bytes += key.length;
    if (!add(value[key], level + 1, count)) return false;
  }
  return fits(count);
}

/** A view takes its whole buffer along. */
function byteLength(value: object): number {
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength;
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (typeof ImageData !== "undefined" && value instanceof ImageData) return value.data.byteLength;
  if (typeof ImageBitmap !== "undefined" && value instanceof ImageBitmap) return value.width * value.height * 4;
  // A Blob crosses as a reference.
  return 0;
}

/** Only these have their members as properties of their own; those of other objects would be getters. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function fits(count: Count): boolean {
  if (count.bytes > count.limits.bytes) return refuse(count, "bytes");
  return count.effort <= count.limits.effort || refuse(count, "values");
}

function refuse(count: Count, excess: Excess): false {
  count.excess = excess;
  return false;
}
