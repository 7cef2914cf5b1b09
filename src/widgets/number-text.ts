// Between the text of a number field and its number.

import { hasDoubtfulComma } from "../spec/doubtful-comma.ts";

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Empty text is null; text that is no number stays text, and is refused when a call is made with it. A comma counts as the
 * decimal point, as many keyboards have no other, unless it may as well part thousands.
 */
export function parseNumber(text: string): number | string | null {
  const trimmed = text
    .trim()
    .replace("−", "-")
    .replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  if (trimmed === "") return null;
  const value = DECIMAL.test(trimmed) && !hasDoubtfulComma(text) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : text;
}

export function formatNumber(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && !Number.isNaN(value) ? String(value) : "";
}

/** Rounds to that many decimal places; null leaves the number as it is. */
export function roundTo(value: number, precision: number | null): number {
  return precision === null ? value : Number(value.toFixed(precision));
}
