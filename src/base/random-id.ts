// Random names. crypto.randomUUID is missing where a page or worker is not a secure context; getRandomValues never is.

/** 100 random bits as 20 characters that nothing escapes in an address. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => (byte % 32).toString(32)).join("");
}
