// Makes one number of several.

import type { Aggregate } from "./plot-options.ts";

/** Of at least one. */
export function aggregate(numbers: readonly number[], by: Aggregate): number {
  switch (by) {
    case "sum":
      return sum(numbers);
    case "mean":
      return sum(numbers) / numbers.length;
    case "median": {
      const sorted = numbers.toSorted((a, b) => a - b);
      const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
      return (low + high) / 2;
    }
    case "min":
      return numbers.reduce((least, number) => Math.min(least, number));
    case "max":
      return numbers.reduce((most, number) => Math.max(most, number));
    case "count":
      return numbers.length;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
