// What a link brings besides its code, as a text that is packed as the code is. What is in it is for others to know.

import { err, type Result } from "../base/result.ts";
import type { UnpackError } from "./unpack.ts";
import { withoutEnd } from "./written-code.ts";

/** In UTF-8. More would make links that hardly anything takes, and take long to pack. */
export const maxStateBytes = 2_000_000;

/** The error is a sentence or two for people. */
export async function readState(packed: string): Promise<Result<string, string>> {
  const { unpack } = await import("./unpack.ts");
  const unpacked = await unpack(withoutEnd(packed), maxStateBytes);
  return unpacked.ok ? unpacked : err(unpackWords[unpacked.error]);
}

/** null: it is more than a link can bring. */
export async function writeState(text: string): Promise<string | null> {
  if (new TextEncoder().encode(text).length > maxStateBytes) return null;
  const { pack } = await import("./pack.ts");
  return pack(text);
}

const unpackWords: Record<UnpackError, string> = {
  newer:
    "The state that this link brings was written by a newer version of this page, so the app starts without it. Reload the page to get that version.",
  foreign: "The state that this link brings was not written by this page, so the app starts without it.",
  cut: "The end of this link is missing, and with it the state that it brings: the app starts without it. Ask for the link again, or copy the whole of it.",
  damaged:
    "The state that this link brings is damaged, so the app starts without it. Ask for the link again, or copy the whole of it.",
  large:
    "The state that this link brings unpacks to more than 2 MB, so the app starts without it. Ask for a file instead.",
};
