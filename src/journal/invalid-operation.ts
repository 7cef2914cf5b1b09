// The error for operations that do not fit the graph they are for, or are none.

/** Operations came from a broken or hostile worker, or data from a damaged store. */
export class InvalidOperationError extends Error {
  override readonly name = "InvalidOperationError";
}

export function valid(condition: unknown, problem: string): asserts condition {
  if (!condition) throw new InvalidOperationError(problem);
}
