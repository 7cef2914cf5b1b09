// Random names. crypto.randomUUID is missing where a page or worker is not a secure context; getRandomValues never is.

const digits = "0123456789abcdefghijklmnopqrstuv";
const idLength = 20;

/** Taken for many names at once: asking takes about as long for a thousand bytes as for twenty. */
const bytes = new Uint8Array(50 * idLength);
let used = bytes.length;

/** 100 random bits as 20 characters that nothing escapes in an address. */
export function randomId(): string {
  if (used === bytes.length) {
    crypto.getRandomValues(bytes);
    used = 0;
  }
  let id = "";
  for (const end = used + idLength; used < end; used++) id += digits[(bytes[used] ?? 0) % 32];
  return id;
}
