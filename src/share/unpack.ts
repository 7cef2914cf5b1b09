// Reads what `pack` wrote. Whoever made a link may have meant ill, so what comes out is bounded while it comes.

import { Inflate } from "fflate";
import { joinBytes } from "../base/join-bytes.ts";
import { err, ok, type Result } from "../base/result.ts";
import { fromBase64url } from "./base64url.ts";
import { crc32 } from "./crc32.ts";
import { loadDictionary } from "./dictionaries/index.ts";
import { checksumBytes, format } from "./packed-format.ts";

/**
 * newer: in a form that only a later version knows. foreign: in nobody's form that this page knows of. cut: the end is
 * missing. damaged: not what was written. large: more than the limit.
 */
export type UnpackError = "newer" | "foreign" | "cut" | "damaged" | "large";

/** So much is read before looking how much came of it: a thousand times as much at most. */
const chunkBytes = 1024;

export async function unpack(packed: string, maxBytes: number): Promise<Result<string, UnpackError>> {
  const [form = "", number = ""] = packed;
  if (!/^[a-z]$/.test(form) || !/^[0-9a-z]$/.test(number)) return err("foreign");
  if (form > format) return err("newer");
  const bytes = fromBase64url(packed.slice(2));
  if (!bytes) return err("damaged");
  if (bytes.length <= checksumBytes) return err("cut");
  const dictionary = await loadDictionary(number);
  if (!dictionary) return err("newer");
  const inflated = inflate(bytes.subarray(checksumBytes), dictionary, maxBytes);
  if (!inflated.ok) return inflated;
  const sum = bytes.subarray(0, checksumBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  return sum === crc32(inflated.value) >>> 8 ? ok(new TextDecoder().decode(inflated.value)) : err("damaged");
}

function inflate(bytes: Uint8Array, dictionary: Uint8Array, maxBytes: number): Result<Uint8Array, UnpackError> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate({ dictionary }, (part) => {
    size += part.length;
    parts.push(part);
  });
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      stream.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
      if (size > maxBytes) return err("large");
    }
  } catch (error) {
    return err(isEndMissing(error) ? "cut" : "damaged");
  }
  return ok(joinBytes(parts));
}

function isEndMissing(error: unknown): boolean {
  // fflate's code for it.
  return error instanceof Error && "code" in error && error.code === 0;
}
