// How many calls of a function may run at once.

/** What a person means who wants more is no limit. */
export const maxConcurrency = 100;

export function isConcurrencyLimit(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= maxConcurrency;
}
