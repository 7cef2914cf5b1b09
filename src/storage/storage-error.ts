// Why the browser did not store or give back data, in words a person understands.

/**
 * quota: no room left. refused: the browser does not let this page store data. lost: the browser closed the database on
 * us, so that the outcome of a write may be unknown. unknown: anything else.
 */
export type StorageErrorKind = "quota" | "refused" | "lost" | "unknown";

export class StorageError extends Error {
  override readonly name = "StorageError";
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** Translates what IndexedDB rejects with. An aborted transaction without an error is one that found no room. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const kind = kindOf(error);
  return new StorageError(kind, messages[kind](error), error);
}

const messages: Record<StorageErrorKind, (error: unknown) => string> = {
  quota: () =>
    "This browser has no room left for data of this site. Free some space, or reset large values, and try again.",
  refused: () => "This browser does not let the page store data (private window or blocked site data).",
  lost: () => "This browser closed the page's database. Reload the page if that does not mend itself.",
  unknown: (error) =>
    `This browser could not store or read data: ${error instanceof Error ? error.message : String(error)}`,
};

function kindOf(error: unknown): StorageErrorKind {
  if (error === null || error === undefined) return "quota";
  const name = typeof error === "object" && "name" in error ? error.name : "";
  switch (name) {
    case "QuotaExceededError":
      return "quota";
    case "SecurityError":
    case "NotAllowedError":
    case "VersionError":
      return "refused";
    case "AbortError":
    case "InvalidStateError":
    case "UnknownError":
    case "TransactionInactiveError":
      return "lost";
    default:
      return "unknown";
  }
}
