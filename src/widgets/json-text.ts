// Data as JSON, piece by piece, so that a tree can show a part without writing out the whole. The data came out of the
// sandbox, so nothing in it may throw or take long: a bigint is written as its digits, and as null what JSON has no words
// for, such as a buffer, whose bytes would all be keys.

import { isJsonContainer } from "../spec/json-data.ts";

/** A container's members in order; keys are null for an array. */
export interface JsonContainer {
  readonly keys: readonly string[] | null;
  readonly size: number;
  at(index: number): unknown;
}

/** Reading a million keys takes a fifth of a second, and a tree looks at its root many times. */
const known = new WeakMap<object, JsonContainer>();

/** The container that a value is, or null for what JSON writes in one piece. What was put out does not change any more. */
export function toContainer(value: unknown): JsonContainer | null {
  if (typeof value !== "object" || value === null || !isJsonContainer(value)) return null;
  const before = known.get(value);
  if (before) return before;
  const container = readContainer(value);
  known.set(value, container);
  return container;
}

/** JSON of what is no container. */
export function primitiveText(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" ? "null" : (JSON.stringify(value) ?? "null");
}

/** JSON of a value; throws RangeError once it grows beyond `limit` characters, so a cycle ends too. */
export function jsonText(value: unknown, limit: number): string {
  // Its JSON is longer still; writing out a long text only to find that would hold the page.
  if (typeof value === "string" && value.length > limit) throw new RangeError("The JSON is too long.");
  const container = toContainer(value);
  const text = container ? containerText(container, limit) : primitiveText(value);
  if (text.length > limit) throw new RangeError("The JSON is too long.");
  return text;
}

/** JSON of the members from `start` to before `end`, without the brackets. */
export function membersText(container: JsonContainer, start: number, end: number, limit: number): string {
  let text = "";
  for (let index = start; index < end; index++) {
    if (index > start) text += ",";
    const key = container.keys?.[index];
    if (key !== undefined) text += `${JSON.stringify(key)}:`;
    text += jsonText(container.at(index), limit - text.length);
  }
  return text;
}

/** Whether a value's JSON has at most `limit` characters; costs no more than writing that many. */
export function jsonFits(value: unknown, limit: number): boolean {
  try {
    jsonText(value, limit);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function readContainer(value: Readonly<Record<string, unknown>> | readonly unknown[]): JsonContainer {
  if (Array.isArray(value)) return { keys: null, size: value.length, at: (index) => value[index] as unknown };
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record);
  return { keys, size: keys.length, at: (index) => record[keys[index] ?? ""] };
}

function containerText(container: JsonContainer, limit: number): string {
  const inner = membersText(container, 0, container.size, limit - 2);
  return container.keys ? `{${inner}}` : `[${inner}]`;
}
