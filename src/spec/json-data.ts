// Turns any data into what JSON can say, so that JSON.stringify shows all of it. Where JSON has no words it goes on as:
//   undefined              left out of objects, null in lists
//   NaN, ±Infinity         the text "NaN", "Infinity", "-Infinity" (JSON.stringify would say null)
//   bigint                 its digits as text
//   Date                   ISO text, "Invalid Date"
//   Map                    an object if every key is a text, else a list of pairs
//   Set, typed arrays      a list
//   RegExp                 its text
//   Blob, File, ArrayBuffer  an object that tells name, type and size
//   anything with toJSON   what that gives
// Functions, symbols, Promises and cycles are errors that name the place.

import { err, ok, type Result } from "../base/result.ts";
import { countText } from "./count-text.ts";

/** Above this neither structuredClone nor the page's tree stays usable. */
const limits = { values: 20_000_000, chars: 64_000_000, depth: 500 };

export function toJsonData(value: unknown): Result<unknown, string> {
  const walk: Walk = { values: 0, chars: 0, open: new Set(), path: [] };
  try {
    const data = convert(value, walk);
    return ok(data === undefined ? null : data);
  } catch (error) {
    if (error instanceof NoJsonError) return err(error.message);
    throw error;
  }
}

/** Two spaces an indent, as the page shows it. */
export function formatJson(data: unknown): string {
  return JSON.stringify(data, null, 2);
}

/** Whether JSON has words for a value itself; what a list or an object holds is not looked at. */
export function isJsonValue(value: unknown): boolean {
  if (typeof value === "object") return value === null || isJsonContainer(value);
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/** A list or an object as JSON.parse makes them. */
export function isJsonContainer(value: object): value is Readonly<Record<string, unknown>> | readonly unknown[] {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

class NoJsonError extends Error {}

interface Walk {
  values: number;
  chars: number;
  /** The containers that are being converted: meeting one again is a cycle. */
  readonly open: Set<object>;
  readonly path: (string | number)[];
}

function convert(value: unknown, walk: Walk): unknown {
  if (++walk.values > limits.values) throw new NoJsonError(`holds more than ${countText(limits.values)} values`);
  switch (typeof value) {
    case "undefined":
    case "boolean":
      return value;
    case "string":
      walk.chars += value.length;
      if (walk.chars > limits.chars) throw new NoJsonError("holds more than 64 million characters of text");
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint":
      return String(value);
    case "function":
    case "symbol":
      throw new NoJsonError(`cannot be shown: ${place(walk, typeof value)}`);
    case "object":
      return value === null ? null : convertObject(value, walk);
  }
}

function convertObject(value: object, walk: Walk): unknown {
  if (walk.open.has(value)) throw new NoJsonError(`cannot be shown as JSON: ${place(walk, "reference to itself")}`);
  if (walk.open.size > limits.depth)
    throw new NoJsonError(`cannot be shown: it is more than ${limits.depth} levels deep`);
  walk.open.add(value);
  const data = convertContainer(value, walk);
  walk.open.delete(value);
  return data;
}

function convertContainer(value: object, walk: Walk): unknown {
  if (Array.isArray(value)) return convertList(value, value.length, walk);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof Map) return convertMap(value, walk);
  if (value instanceof Set) return convertList(value, value.size, walk);
  if (value instanceof RegExp) return String(value);
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) {
    const list = value as ArrayBufferView & Iterable<unknown>;
    return convertList(list, list.byteLength, walk);
  }
  if (value instanceof ArrayBuffer) return { type: "ArrayBuffer", size: value.byteLength };
  if (value instanceof Blob) {
    const { type, size } = value;
    return value instanceof File ? { name: value.name, type, size } : { type, size };
  }
  // An await is missing; as a record it would be {}.
  if (value instanceof Promise)
    throw new NoJsonError(`cannot be shown: ${place(walk, "Promise")}; await it before you return it`);
  if ("toJSON" in value && typeof value.toJSON === "function") return convert(value.toJSON(), walk);
  return convertEntries(Object.entries(value), walk);
}

function convertList(values: Iterable<unknown>, length: number, walk: Walk): unknown[] {
  if (walk.values + length > limits.values) {
    throw new NoJsonError(`holds more than ${countText(limits.values)} values`);
  }
  const data: unknown[] = [];
  for (const value of values) {
    walk.path.push(data.length);
    const converted = convert(value, walk);
    data.push(converted === undefined ? null : converted);
    walk.path.pop();
  }
  return data;
}

function convertMap(map: Map<unknown, unknown>, walk: Walk): unknown {
  const entries = [...map];
  const named = entries.every((entry): entry is [string, unknown] => typeof entry[0] === "string");
  return named ? convertEntries(entries, walk) : convertList(entries, entries.length, walk);
}

function convertEntries(entries: readonly (readonly [string, unknown])[], walk: Walk): unknown {
  const data: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    walk.path.push(key);
    const converted = convert(value, walk);
    // Not by assignment: a key "__proto__" would change the prototype.
    if (key === "__proto__")
      Object.defineProperty(data, key, { value: converted, enumerable: true, configurable: true, writable: true });
    else if (converted !== undefined) data[key] = converted;
    walk.path.pop();
  }
  return data;
}

function place(walk: Walk, what: string): string {
  if (walk.path.length === 0) return `it is a ${what}`;
  const steps = walk.path.map((step) =>
    typeof step === "number"
      ? `[${step}]`
      : /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step)
        ? `.${step}`
        : `[${JSON.stringify(step)}]`,
  );
  return `it holds a ${what} at ${steps.join("").slice(0, 200)}`;
}
