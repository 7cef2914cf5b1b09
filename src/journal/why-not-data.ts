// Says why a value is no data, in words for a person.

import { Discovery, NotDataError } from "./discovery.ts";
import { handleOf } from "./handle.ts";

export interface NotData {
  /** ".layers[0]"; empty for the value itself. */
  readonly path: string;
  /** "a function", "an instance of Model". */
  readonly what: string;
}

/** Null: it is data. */
export function whyNotData(value: unknown): NotData | null {
  const discovery = new Discovery((each) => (handleOf(each) ? { kind: "shared" } : null));
  return problemOf(() => discovery.search(value, () => ""));
}

export function problemOf(search: () => unknown): NotData | null {
  try {
    search();
    return null;
  } catch (error) {
    if (error instanceof NotDataError) return error;
    throw error;
  }
}

export function notDataText({ path, what }: NotData): string {
  return path === "" ? `it is ${what}` : `holds ${what} at ${path}`;
}

export function notDataError({ path, what }: NotData): TypeError {
  return new TypeError(
    `${path} is ${what}; shared data can hold plain objects, arrays, Map, Set, Date, RegExp, Blob, File, buffers, typed arrays and primitive values.`,
  );
}
