// A function that empties a field which it was given has taken what stood there: what a person has typed since stays.

import type { Multimodal } from "../../spec/multimodal.ts";

/**
 * What a field shows for which a call puts out `shown`; `held` is what the call last knew of it, `now` what stands there.
 */
export function typedSince(shown: unknown, held: unknown, now: unknown): unknown {
  if (now === held) return shown;
  if (shown === "" && typeof now === "string" && typeof held === "string") return without(now, held);
  if (isMultimodal(shown) && isMultimodal(now) && isMultimodal(held)) {
    if (shown.text !== "" || shown.files.length > 0) return shown;
    return { text: without(now.text, held.text), files: now.files.filter((file) => !held.files.includes(file)) };
  }
  return shown;
}

function isMultimodal(value: unknown): value is Multimodal {
  const { text, files }: Partial<Record<keyof Multimodal, unknown>> = Object(value);
  return typeof text === "string" && Array.isArray(files) && files.every((file) => file instanceof File);
}

/** Where it was typed elsewhere than at the end, all of it stays. */
function without(now: string, held: string): string {
  return now.startsWith(held) ? now.slice(held.length) : now;
}
