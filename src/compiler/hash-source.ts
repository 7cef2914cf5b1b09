// A stable name for a text: cache keys, room names, slot keys. Nobody can write a text that has the name of another, so
// that no link leads into another's room. Loads nothing of the compiler: the page asks for a cached program by it.

import { sha256 } from "../base/sha256.ts";

/** 160 bits of SHA-256 as 40 hexadecimal digits. */
export function hashSource(text: string): string {
  // By units, since texts that differ in half a surrogate pair only would be the same in UTF-8.
  const units = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) units.setUint16(2 * i, text.charCodeAt(i));
  return sha256(new Uint8Array(units.buffer)).slice(0, 40);
}
