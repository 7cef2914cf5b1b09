// How many calls of a function may run at once.

/** What a person means who wants more is no limit. */
export const maxConcurrency = 100;

export function isConcurrencyLimit(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= maxConcurrency;
}

/**
 * How many calls may run at once; null: any number. "default": nobody said. Then one call of a user's runs at a time, and
 * over all tabs one of those that may change shared variables: that the others wait for each other would help nobody.
 */
export type ConcurrencyLimit = number | "default" | null;

export function callsAtOnce(limit: ConcurrencyLimit): number | null {
  return limit === "default" ? 1 : limit;
}

/** What counts for those that share a limit: the lowest, as in Gradio. */
export function lowestLimit(limits: readonly ConcurrencyLimit[]): number | null {
  const lowest = Math.min(...limits.map((limit) => callsAtOnce(limit) ?? Infinity));
  return lowest === Infinity ? null : lowest;
}
