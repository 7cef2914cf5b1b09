// Random names. crypto.randomUUID is missing where a page or worker is not a secure context; getRandomValues never is.

/** 96 random bits as 16 characters that are safe in an address. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
