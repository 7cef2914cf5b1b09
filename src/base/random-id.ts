// Random names. crypto.randomUUID is missing where a page or worker is not a secure context; getRandomValues never is.

const digits = "0123456789abcdefghijklmnopqrstuv";

/** 100 random bits as 20 characters that nothing escapes in an address. */
export function randomId(): string {
  let id = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(20))) id += digits[byte % 32];
  return id;
}
