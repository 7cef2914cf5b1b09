// The small readers that the checks of a worker's spec are made of. They throw a SpecError that names the place: each from
// where it stands, and each list puts its own place in front, so that no place is written out unless something is wrong there.

import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";

/** What a worker sent is not what the runtime sends. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

/** `expected` completes "is not …"; `path` is empty for what is read itself. */
export function fail(path: string, expected: string): never {
  throw new SpecError(`${path} is not ${expected}`);
}

/** The same error, told from further out. Those of options begin with their place, too. */
function within(place: string, error: unknown): unknown {
  if (!(error instanceof SpecError || error instanceof DeclarationError)) return error;
  return new SpecError(/^[ [.]/.test(error.message) ? place + error.message : `${place}.${error.message}`);
}

/** Reads what stands in a place. */
export function parseAt<T>(place: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw within(place, error);
  }
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
  parseItem: (item: unknown, index: number) => T,
): T[] {
  if (!Array.isArray(value)) return fail(path, `a list; it is ${describeValue(value)}`);
  if (value.length > maxLength) return fail(path, `a list of at most ${maxLength}`);
  const items: readonly unknown[] = value;
  const parsed: T[] = [];
  try {
    // Holes count as undefined: no item is left unchecked.
    while (parsed.length < items.length) parsed.push(parseItem(items[parsed.length], parsed.length));
  } catch (error) {
    throw within(`${path}[${parsed.length}]`, error);
  }
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
