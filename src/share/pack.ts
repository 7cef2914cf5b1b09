// Writes a text as short as it gets, for a link: with whichever dictionary suits it best.

import { deflateSync } from "fflate";
import { toBase64url } from "./base64url.ts";
import { crc32 } from "./crc32.ts";
import { dictionaryNumbers, loadDictionary } from "./dictionaries/index.ts";
import { checksumBytes, format } from "./packed-format.ts";

/** Of a longer text so little is at the reach of a dictionary that trying them all is not worth the time. */
const triedBytes = 100_000;

export async function pack(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const numbers = bytes.length > triedBytes ? dictionaryNumbers.slice(0, 1) : dictionaryNumbers;
  const tried = await Promise.all(
    numbers.map(async (number) => {
      const dictionary = (await loadDictionary(number)) ?? new Uint8Array();
      return { number, deflated: deflateSync(bytes, { level: 9, mem: 4, dictionary }) };
    }),
  );
  const { number, deflated } = tried.reduce((best, each) =>
    each.deflated.length < best.deflated.length ? each : best,
  );
  const payload = new Uint8Array(checksumBytes + deflated.length);
  const sum = crc32(bytes);
  for (let i = 0; i < checksumBytes; i++) payload[i] = sum >>> (24 - 8 * i);
  payload.set(deflated, checksumBytes);
  return format + number + toBase64url(payload);
}
