// A program as it stands in an address: percent-encoded, or packed. What packs and unpacks is loaded when it is needed.

import { err, ok, type Result } from "../base/result.ts";
import type { UnpackError } from "./unpack.ts";

export interface WrittenCode {
  /** src: as it is. code: packed. */
  readonly form: "src" | "code";
  readonly text: string;
}

/** More than a playground can be. Counted in UTF-8. */
const maxSourceBytes = 1_000_000;

/** The error is a sentence or two for people. */
export async function readCode({ form, text }: WrittenCode): Promise<Result<string, string>> {
  if (form === "src") return ok(text);
  const { unpack } = await import("./unpack.ts");
  const unpacked = await unpack(withoutEnd(text), maxSourceBytes);
  return unpacked.ok ? unpacked : err(unpackWords[unpacked.error]);
}

export async function writeCode(source: string): Promise<WrittenCode> {
  try {
    const { pack } = await import("./pack.ts");
    return { form: "code", text: await pack(source) };
  } catch (error) {
    // Without network and not kept: the longer form needs nothing.
    console.error(error);
    return { form: "src", text: source };
  }
}

/** Programs that find links in text may take what stands behind one along. */
export function withoutEnd(text: string): string {
  return text.replace(/[^\w-]+$/, "");
}

export const askAgain =
  "Ask for it again, or copy the whole of it. Code alone can be pasted into the editor of the start page.";

const unpackWords: Record<UnpackError, string> = {
  newer:
    "This link was made by a newer version of this page. Reload the page to get it; if that does not help, ask for the code itself.",
  foreign: `What this link holds was not written by this page: it may be another playground's. Open it there, and paste its code into the editor here.`,
  cut: `This link is damaged: its end is missing, so it was cut off on its way. ${askAgain}`,
  damaged: `This link is damaged: some of its characters are not those that were written. ${askAgain}`,
  large:
    "This link unpacks to more than 1 MB, which is more than a playground can be. Ask for its code as a file instead.",
};
