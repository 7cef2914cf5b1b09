// Assertions for what can only be wrong if this program has a bug; never for what a person or the sandbox may cause.

/** Thrown when the program contradicts itself. */
export class BugError extends Error {
  override readonly name = "BugError";
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BugError(message);
}

/** For the default branch of a switch over a union: does not compile while a member is missing. */
export function assertNever(value: never): never {
  throw new BugError(`Unexpected value: ${String(value)}`);
}
