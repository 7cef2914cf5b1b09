// The small readers that the checks of a worker's spec are made of. They throw a SpecError that names the place.

import { describeValue } from "./describe-value.ts";

/** What a worker sent is not what the runtime sends. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

/** `expected` completes "is not …". */
export function fail(path: string, expected: string): never {
  throw new SpecError(`${path} is not ${expected}`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function parseText(value: unknown, path: string, maxChars: number): string {
  if (typeof value !== "string") return fail(path, `a text; it is ${describeValue(value)}`);
  return value.length <= maxChars ? value : fail(path, `a text of at most ${maxChars} characters`);
}

export function parseFlag(value: unknown, path: string): boolean {
  return typeof value === "boolean" ? value : fail(path, `true or false; it is ${describeValue(value)}`);
}

export function parseList<T>(
  value: unknown,
  path: string,
  maxLength: number,
  parseItem: (item: unknown, path: string, index: number) => T,
): T[] {
  if (!Array.isArray(value)) return fail(path, `a list; it is ${describeValue(value)}`);
  if (value.length > maxLength) return fail(path, `a list of at most ${maxLength}`);
  const items: readonly unknown[] = value;
  const parsed: T[] = [];
  // Holes count as undefined: no item is left unchecked.
  for (let index = 0; index < items.length; index++) parsed.push(parseItem(items[index], `${path}[${index}]`, index));
  return parsed;
}

export function parseChoice<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value);
  return choice ?? fail(path, `one of ${choices.map((each) => JSON.stringify(each)).join(", ")}`);
}

/** An index or id below `end`. */
export function parseIndex(value: unknown, path: string, end: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < end) return value;
  return fail(path, `a whole number from 0 to ${end - 1}`);
}
