// Readers of single options: each checks one value, gives its default for undefined, and names the place when it throws.

import { DeclarationError } from "./declaration-error.ts";
import { describeValue } from "./describe-value.ts";
import { countText } from "./count-text.ts";

export interface Parameter {
  readonly default: unknown;
  /** The normalised value; undefined gives the default. Reading what it returned gives the same again. */
  read(value: unknown, path: string): unknown;
}

/** What one page holds of one text: far more than anybody reads, far less than fills its memory. */
const maxTextChars = 16_000_000;

export function text(initial: string): Parameter {
  return parameter(initial, "a text", (value) => typeof value === "string" && value.length <= maxTextChars);
}

/** A text, or null for none. */
export function optionalText(maxChars = 10_000): Parameter {
  const what = `a text of at most ${countText(maxChars)} characters`;
  return parameter(null, what, (value) => value === null || (typeof value === "string" && value.length <= maxChars));
}

export function flag(initial: boolean | null): Parameter {
  return parameter(initial, "true or false", (value) => value === initial || typeof value === "boolean");
}

/** A finite number, or null for none. */
export function optionalNumber(): Parameter {
  return parameter(null, "a number", (value) => value === null || Number.isFinite(value));
}

export function finite(initial: number): Parameter {
  return parameter(initial, "a number", Number.isFinite);
}

/** By how much a number goes up and down; null leaves it to the widget. */
export const stepSize: Parameter = parameter(
  null,
  "a number above 0",
  (value) => value === null || (Number.isFinite(value) && Number(value) > 0),
);

export function wholeNumber(initial: number | null, min: number, max: number): Parameter {
  const what = `a whole number from ${min} to ${countText(max)}`;
  return parameter(
    initial,
    what,
    (value) =>
      value === initial || (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max),
  );
}

export function choice(first: string, ...others: readonly string[]): Parameter {
  const names = [first, ...others];
  const what = `one of ${names.map((name) => JSON.stringify(name)).join(", ")}`;
  return parameter(first, what, (value) => typeof value === "string" && names.includes(value));
}

/** Some of these names, as a list; a single one may stand without. The default is all. */
export function someOf(...names: readonly string[]): Parameter {
  const what = `a list of ${names.map((name) => JSON.stringify(name)).join(", ")}`;
  const isList = (value: unknown) => Array.isArray(value) && value.every((item) => names.includes(item));
  const list = parameter(names, what, isList);
  return { ...list, read: (value, path) => list.read(typeof value === "string" ? [value] : value, path) };
}

/** `what` completes "must be …". */
export function parameter(initial: unknown, what: string, accepts: (value: unknown) => boolean): Parameter {
  return {
    default: initial,
    read(value, path) {
      if (value === undefined) return initial;
      if (accepts(value)) return value;
      throw new DeclarationError(path, `must be ${what}, but it is ${describeValue(value)}`);
    },
  };
}
