// Reads what belongs to the person's objects: getters and proxies of theirs may throw.

export function readProperty(value: unknown, key: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    // What throws when it is looked at is as good as absent.
    return undefined;
  }
}
