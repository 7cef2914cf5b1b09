// Bytes as text of letters, digits, "-" and "_", which nothing that carries links changes.

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Map(Array.from(digits, (digit, value) => [digit, value]));

export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += digits.charAt((held >> (bits - 6)) & 63);
  }
  return bits === 0 ? text : text + digits.charAt((held << (6 - bits)) & 63);
}

/** null for text that `toBase64url` does not write. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const digit of text) {
    const value = values.get(digit);
    if (value === undefined) return null;
    held = ((held & 0xff) << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
